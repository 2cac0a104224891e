package io.duibiao.local.cli;

import io.duibiao.local.file.DocumentFiles;
import io.duibiao.local.kafka.DocumentPublisher;
import io.duibiao.streaming.options.JobOptions;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends files to the topic of documents. */
@Command(
    name = "publish",
    sortOptions = false,
    description = {
      "Send documents to the topic documents and say what was sent, or why not.",
      "A .json file holds a record of that topic, an array of them, or one per line; it needs id"
          + " and content. Any charset is recognised in the others."
    })
final class PublishCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "files (.txt, .html, .htm, .json), directories, or - for standard input")
  private List<String> paths;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "the id of the one document that is published (default: the canonical link in the page,"
              + " else the path)")
  private String id;

  @Mixin private KafkaConnection kafka;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  PublishCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    checkId();
    JobOptions options = kafka.start(common, "publish");
    DocumentFiles files =
        new DocumentFiles(console.in(), Limits.documentBytes(options), Optional.ofNullable(id));
    try (Results results = new Results(console);
        DocumentPublisher publisher = new DocumentPublisher(options, Clock.systemUTC())) {
      Publication publication =
          new Publication(publisher, results::line, line -> console.say("not sent " + line));
      files.read(paths, publication);
      publication.finish();
      return publication.failed() == 0 ? Duibiao.DONE : Duibiao.FAILED;
    }
  }

  private void checkId() {
    if (id == null) {
      return;
    }
    if (id.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--id is empty; give any other text");
    }
    boolean one = paths.size() == 1 && !new File(paths.get(0)).isDirectory();
    if (!one) {
      throw new ParameterException(
          spec.commandLine(), "--id identifies one document; allowed is one file or - with it");
    }
  }
}
