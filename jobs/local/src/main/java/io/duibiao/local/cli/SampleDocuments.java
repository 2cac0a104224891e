package io.duibiao.local.cli;

import io.duibiao.local.file.DocumentFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The documents that come with the program; their README tells what they show. */
final class SampleDocuments {
  /** The reports of two years, the earlier first, and a page of pictures, which is rejected. */
  static final List<String> REPORTS =
      List.of(
          "sample/yunyi-2023.html",
          "sample/qingyi-2023.txt",
          "sample/qilu-2023.txt",
          "sample/yunyi-2024.json",
          "sample/qingyi-2024.txt",
          "sample/qilu-2024.json",
          "sample/qilu-pictures.json");

  /** One of them as it was published again, corrected. */
  static final List<String> CORRECTIONS = List.of("sample/yunyi-2024-corrected.json");

  private SampleDocuments() {}

  /** Reads the reports. */
  static void readReports(DocumentFiles files, DocumentFiles.Visitor visitor)
      throws IOException, InterruptedException {
    read(REPORTS, files, visitor);
  }

  /** Reads what was published later. */
  static void readCorrections(DocumentFiles files, DocumentFiles.Visitor visitor)
      throws IOException, InterruptedException {
    read(CORRECTIONS, files, visitor);
  }

  private static void read(List<String> names, DocumentFiles files, DocumentFiles.Visitor visitor)
      throws IOException, InterruptedException {
    for (String name : names) {
      try (InputStream stream = SampleDocuments.class.getResourceAsStream("/" + name)) {
        if (stream == null) {
          throw new IOException("the program lacks its document " + name);
        }
        files.read(name, stream, visitor);
      }
    }
  }
}
