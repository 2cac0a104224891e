package io.duibiao.streaming.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that holds one secret. */
public final class SecretFile {
  private SecretFile() {}

  /**
   * Reads it; white space around the secret is dropped.
   *
   * @param option the option that names the file, for the message
   * @param file the path
   * @return the secret
   * @throws InvalidOptionException when the file can not be read
   */
  public static String read(Option<String> option, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new InvalidOptionException(
          "option " + option.key() + ": the file '" + file + "' can not be read");
    }
  }
}
