package io.duibiao.local.cli;

import io.duibiao.core.document.Document;
import io.duibiao.local.CommandFailure;
import io.duibiao.local.file.DocumentFile;
import io.duibiao.local.file.DocumentFiles;
import io.duibiao.local.file.Trees;
import io.duibiao.local.supervisor.DataDirectory;
import io.duibiao.local.verify.Fault;
import io.duibiao.local.verify.RoundResult;
import io.duibiao.local.verify.Settings;
import io.duibiao.local.verify.Surroundings;
import io.duibiao.local.verify.Verification;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.KafkaOptions.Guarantee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows that the pipeline ends where the batch run ends, whatever goes wrong. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Send random documents, in random order, with duplicates and corrections, through both jobs"
          + " while tasks, task managers, Elasticsearch and Kafka fail, and compare what is left in"
          + " every topic and index with the batch run over the same documents. Catalogs that judge"
          + " otherwise are published meanwhile; the last one is that of the batch run.",
      "Everything it needs is started and stopped by it. Exit code 1 and the first difference when"
          + " there is one; the seed that is printed gives the same documents and faults again."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int MOST = 100_000;

  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "files (.txt, .html, .htm, .json) and directories to take excerpts of; without, all"
              + " documents are invented")
  private List<String> paths = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many rounds (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "the seed of the first round, each further one has the next; default: any")
  private Long seed;

  @Option(
      names = "--documents",
      paramLabel = "N",
      defaultValue = "250",
      description = "documents in each round, not counting duplicates (default: ${DEFAULT-VALUE})")
  private int documents;

  @Option(
      names = "--faults",
      paramLabel = "FAULT",
      split = ",",
      converter = FaultConverter.class,
      description =
          "what may go wrong: task-failure, taskmanager-loss, elasticsearch-unreachable,"
              + " elasticsearch-down, elasticsearch-busy, broker-restart, savepoint-restore;"
              + " default: all")
  private List<Fault> faults = Arrays.asList(Fault.values());

  @Option(
      names = "--faults-per-round",
      paramLabel = "N",
      defaultValue = "2",
      description = "how many go wrong in each round (default: ${DEFAULT-VALUE})")
  private int faultsPerRound;

  @Option(
      names = "--guarantees",
      paramLabel = "GUARANTEE",
      split = ",",
      converter = GuaranteeConverter.class,
      description =
          "how the jobs may deliver, drawn anew for each round: exactly-once, at-least-once;"
              + " default: both")
  private List<Guarantee> guarantees = Arrays.asList(Guarantee.values());

  @Option(
      names = "--catalogs",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "how many catalogs that judge otherwise are published in each round at most (default:"
              + " ${DEFAULT-VALUE})")
  private int catalogs;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description =
          "how long nothing may change until a difference counts as one (default:"
              + " ${DEFAULT-VALUE})")
  private int patience;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "where logs and data are kept; default: a temporary directory, which is deleted unless"
              + " there is a difference")
  private Path directory;

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    require("--rounds", rounds, 1);
    require("--documents", documents, 1);
    require("--faults-per-round", faultsPerRound, 0);
    require("--catalogs", catalogs, 0);
    require("--patience", patience, 1);
    Path place = directory == null ? Files.createTempDirectory("duibiao-verify-") : directory;
    boolean well = false;
    try (StopSignal stop = StopSignal.listen();
        DataDirectory data = DataDirectory.open(place, true)) {
      common.start(data.log("verify"));
      try {
        well = run(data);
      } catch (Exception problem) {
        // Whatever breaks because the user interrupted it is no problem.
        if (!stop.requested()) {
          throw problem;
        }
        console.say("stopped");
      }
    } finally {
      if (well && directory == null) {
        Trees.delete(place);
      } else {
        console.say("logs are in " + place.resolve("logs"));
      }
    }
    return well ? Duibiao.DONE : Duibiao.FAILED;
  }

  private boolean run(DataDirectory data) throws Exception {
    long first = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000_000) : seed;
    Settings settings =
        new Settings(
            rounds,
            first,
            documents,
            List.copyOf(new LinkedHashSet<>(faults)),
            faultsPerRound,
            List.copyOf(new LinkedHashSet<>(guarantees)),
            catalogs,
            sources(),
            Duration.ofSeconds(patience));
    try (Results results = new Results(console);
        Surroundings surroundings = Surroundings.start(data, console::say)) {
      List<RoundResult> all =
          new Verification(
                  surroundings,
                  settings,
                  line -> {
                    results.line(line);
                    results.flush();
                  })
              .run();
      return all.stream().allMatch(result -> result.differences().isEmpty());
    }
  }

  private List<Document> sources() throws IOException, InterruptedException, CommandFailure {
    List<Document> sources = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    new DocumentFiles(console.in(), Limits.documentBytes(JobOptions.defaults()), Optional.empty())
        .read(
            paths,
            file -> {
              if (file instanceof DocumentFile.Readable readable) {
                sources.add(readable.document());
              } else if (file instanceof DocumentFile.Unreadable problem) {
                unreadable.add(problem.source() + ": " + problem.reason());
              }
            });
    unreadable.forEach(console::say);
    if (!paths.isEmpty() && sources.isEmpty()) {
      throw new CommandFailure("nothing could be read to take excerpts of");
    }
    return sources;
  }

  private void require(String option, int value, int least) {
    if (value < least || value > MOST) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is %d; allowed are %d to %d".formatted(option, value, least, MOST));
    }
  }
}
