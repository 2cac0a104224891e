package io.duibiao.kibana;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Writes the saved objects to the file that is its only argument. */
public final class Main {
  private Main() {}

  /** Runs it. Exit codes: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: java -jar duibiao-kibana.jar FILE");
      System.exit(2);
    }
    try {
      Files.writeString(Path.of(arguments[0]), text(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      System.err.println(arguments[0] + " can not be written: " + e.getMessage());
      System.exit(1);
    }
  }

  /** One object a line. */
  static String text() {
    return MonitoringCenter.objects().stream()
        .map(SavedObject::toLine)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
