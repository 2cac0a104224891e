package io.duibiao.local.cli;

import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.local.CommandFailure;
import io.duibiao.local.summary.Counts;
import io.duibiao.local.summary.CountsReader;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what the indices hold. */
@Command(
    name = "status",
    sortOptions = false,
    description =
        "Print how many documents, statements, assessments by status and alerts Elasticsearch"
            + " holds.")
final class StatusCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--es",
      paramLabel = "URL",
      converter = UrlConverter.class,
      description =
          "Elasticsearch's address (default: that of the running up, else http://localhost:9200)")
  private String elasticsearch;

  @Mixin private ConnectionOptions connection;
  @Mixin private CommonOptions common;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    connection.data().startLog(common, "status");
    JobOptions options = connection.resolve(null, elasticsearch);
    Counts counts = read(options);
    try (Results results = new Results(console)) {
      row(results, "documents", counts.documents());
      row(results, "statements", counts.statements());
      row(results, "  withdrawn", counts.withdrawn());
      row(
          results,
          "assessments",
          counts.assessments().values().stream().mapToLong(Long::longValue).sum());
      for (AssessmentStatus status : AssessmentStatus.values()) {
        row(results, "  " + status.code(), counts.assessments(status));
      }
      row(results, "alerts", counts.alerts().values().stream().mapToLong(Long::longValue).sum());
      for (AlertState state : AlertState.values()) {
        row(results, "  " + state.code(), counts.alerts(state));
      }
    }
    return Duibiao.DONE;
  }

  private static Counts read(JobOptions options) throws CommandFailure, IOException {
    try (CountsReader reader = new CountsReader(options)) {
      return reader.read();
    } catch (InvalidOptionException problem) {
      throw new CommandFailure(problem.getMessage());
    } catch (IOException problem) {
      throw new CommandFailure(
          "Elasticsearch at "
              + String.join(", ", options.get(ElasticsearchOptions.HOSTS))
              + ": "
              + problem.getMessage()
              + "; is duibiao up running? Another address is given with --es");
    }
  }

  private static void row(Results results, String name, long number) throws IOException {
    results.line("%-14s%10d".formatted(name, number));
  }
}
