package io.duibiao.local.cli;

import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;
import io.duibiao.core.extraction.AccountedNumber;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.core.statement.Statement;
import io.duibiao.local.file.DocumentFile;
import io.duibiao.local.file.DocumentFiles;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads files into statements without any service. */
@Command(
    name = "extract",
    sortOptions = false,
    description = {
      "Print the statements of each file as JSON lines, the records of the topic statements.",
      "Nothing needs to run. What can not be read is told on standard error."
    })
final class ExtractCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "files (.txt, .html, .htm, .json), directories, or - for standard input")
  private List<String> paths;

  @Option(
      names = "--explain",
      description = {
        "print every number of the cleaned text instead, with its statements or with the reason",
        "why it makes none"
      })
  private boolean explain;

  @Option(
      names = "--summary",
      description = "with --explain: print only how many numbers there are for each reason")
  private boolean summary;

  @Mixin private CatalogOption catalog;

  @Mixin private CommonOptions common;

  @Spec private CommandSpec spec;

  ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (summary && !explain) {
      throw new ParameterException(spec.commandLine(), "--summary is allowed with --explain only");
    }
    common.start();
    JobOptions options = JobOptions.defaults();
    ReportExtractor extractor = new ReportExtractor(RegionDirectory.bundled(), catalog.catalog());
    DocumentFiles files =
        new DocumentFiles(console.in(), Limits.documentBytes(options), Optional.empty());
    try (Results results = new Results(console)) {
      NumberReport numbers = new NumberReport(results);
      Extracting extracting = new Extracting(extractor, options, results, numbers);
      files.read(paths, extracting);
      if (summary) {
        numbers.printSummary();
      }
      return extracting.failed == 0 ? Duibiao.DONE : Duibiao.FAILED;
    }
  }

  /** Prints what each file says, or why it says nothing. */
  private final class Extracting implements DocumentFiles.Visitor {
    private final ReportExtractor extractor;
    private final JobOptions options;
    private final Results results;
    private final NumberReport numbers;
    private int failed;

    Extracting(
        ReportExtractor extractor, JobOptions options, Results results, NumberReport numbers) {
      this.extractor = extractor;
      this.options = options;
      this.results = results;
      this.numbers = numbers;
    }

    @Override
    public void visit(DocumentFile file) throws IOException {
      if (file instanceof DocumentFile.Unreadable unreadable) {
        fail(unreadable.source(), unreadable.reason());
        return;
      }
      Document document =
          OrderOfArguments.apply(List.of(((DocumentFile.Readable) file).document())).get(0);
      List<Statement> statements = List.of();
      List<AccountedNumber> accounted = List.of();
      TimeBudget budget = Limits.timeBudget(options).get();
      try {
        if (explain) {
          accounted = extractor.explain(document, budget);
        } else {
          statements =
              extractor.extract(document, budget).statements().stream()
                  .filter(Statement::quantified)
                  .toList();
        }
      } catch (RejectedDocumentException problem) {
        fail(file.source(), problem.reason().code() + ": " + problem.getMessage());
        return;
      } catch (RuntimeException | StackOverflowError defect) {
        LoggerFactory.getLogger(ExtractCommand.class).error("{}", file.source(), defect);
        fail(file.source(), "internal_error: " + defect.getClass().getSimpleName());
        return;
      }
      for (Statement statement : statements) {
        results.line(RecordJson.writeString(statement));
      }
      for (AccountedNumber number : accounted) {
        numbers.count(number);
        if (!summary) {
          numbers.print(document.id(), number);
        }
      }
    }

    private void fail(String source, String reason) throws IOException {
      // In the order of the files also where both go to one terminal.
      results.flush();
      failed++;
      console.say(source + ": " + reason);
    }
  }
}
