package io.duibiao.local.cli;

import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.BatchResult;
import io.duibiao.core.assessment.BatchRun;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.Rejection;
import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.RegionDirectory;
import io.duibiao.core.document.Document;
import io.duibiao.core.extraction.ReportExtractor;
import io.duibiao.local.file.DocumentFile;
import io.duibiao.local.file.DocumentFiles;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.RecordJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges files without any service: the batch run that the stream must equal. */
@Command(
    name = "assess",
    sortOptions = false,
    description = {
      "Print the assessments that follow from all files together as JSON lines, the records of the"
          + " topic assessments.",
      "Nothing needs to run. Of two files with one id the later one is the later revision."
    })
final class AssessCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "files (.txt, .html, .htm, .json), directories, or - for standard input")
  private List<String> paths;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = {
        "the time of the judgement: targets whose results are due by then and not there are overdue;",
        "2024-06-01 (in China) or 2024-06-01T00:00:00+08:00; default: now"
      })
  private Instant asOf;

  @Mixin private CatalogOption catalog;

  @Mixin private CommonOptions common;

  AssessCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    common.start();
    JobOptions options = JobOptions.defaults();
    IndicatorCatalog indicators = catalog.catalog();
    List<Document> documents = new ArrayList<>();
    int[] unreadable = new int[1];
    new DocumentFiles(console.in(), Limits.documentBytes(options), Optional.empty())
        .read(
            paths,
            file -> {
              if (file instanceof DocumentFile.Readable readable) {
                documents.add(readable.document());
              } else if (file instanceof DocumentFile.Unreadable problem) {
                unreadable[0]++;
                console.say(problem.source() + ": " + problem.reason());
              }
            });
    BatchResult result =
        BatchRun.run(
            OrderOfArguments.apply(documents),
            new ReportExtractor(RegionDirectory.bundled(), indicators),
            new Judge(indicators),
            asOf == null ? Instant.now() : asOf,
            Limits.timeBudget(options));
    for (Rejection rejection : result.rejections()) {
      console.say(
          rejection.documentId() + ": " + rejection.reason().code() + ": " + rejection.detail());
    }
    try (Results results = new Results(console)) {
      for (Assessment assessment : result.assessments()) {
        results.line(RecordJson.writeString(assessment));
      }
    }
    return unreadable[0] + result.rejections().size() == 0 ? Duibiao.DONE : Duibiao.FAILED;
  }
}
