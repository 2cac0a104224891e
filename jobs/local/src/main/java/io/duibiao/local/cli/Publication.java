package io.duibiao.local.cli;

import io.duibiao.core.document.Document;
import io.duibiao.local.file.DocumentFile;
import io.duibiao.local.file.DocumentFiles;
import io.duibiao.local.kafka.DocumentPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;

/** Sends what is read and says of each what became of it, in the order of reading. */
final class Publication implements DocumentFiles.Visitor {
  private final DocumentPublisher publisher;
  private final Lines sentLines;
  private final Consumer<String> failedLines;
  private int sent;
  private int failed;

  /** Takes a line; unlike a consumer it may fail. */
  interface Lines {
    /** Takes one line. */
    void line(String text) throws IOException;
  }

  Publication(DocumentPublisher publisher, Lines sentLines, Consumer<String> failedLines) {
    this.publisher = publisher;
    this.sentLines = sentLines;
    this.failedLines = failedLines;
  }

  @Override
  public void visit(DocumentFile file) throws IOException, InterruptedException {
    if (file instanceof DocumentFile.Readable readable) {
      try {
        publisher.send(readable.document(), problem -> arrived(readable, problem));
      } catch (UncheckedIOException problem) {
        throw problem.getCause();
      }
    } else if (file instanceof DocumentFile.Unreadable unreadable) {
      // After those before it, so that the lines come in the order of the files.
      finish();
      failed++;
      failedLines.accept(unreadable.source() + ": " + unreadable.reason());
    }
  }

  /** Waits for the last answers. */
  void finish() throws IOException, InterruptedException {
    try {
      publisher.settleAll();
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
  }

  int sent() {
    return sent;
  }

  int failed() {
    return failed;
  }

  private void arrived(DocumentFile.Readable file, String problem) {
    if (problem != null) {
      failed++;
      failedLines.accept(file.source() + ": " + problem);
      return;
    }
    sent++;
    Document document = file.document();
    try {
      sentLines.line(
          Printable.line(
              "sent %s%s (%s, %s)"
                  .formatted(
                      file.source(),
                      document.id().equals(file.source()) ? "" : " as " + document.id(),
                      file.charset(),
                      size(document.content().length()))));
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  private static String size(int characters) {
    return characters < 1000
        ? characters + " characters"
        : String.format(Locale.ROOT, "%.1f thousand characters", characters / 1000.0);
  }
}
