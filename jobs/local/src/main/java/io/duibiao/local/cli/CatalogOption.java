package io.duibiao.local.cli;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.InvalidCatalogException;
import io.duibiao.local.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that takes the place of the bundled catalog. */
final class CatalogOption {
  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "use this catalog of indicators instead of the bundled one")
  private Path file;

  /** The file, absolute, where one was given. */
  Optional<Path> file() {
    return Optional.ofNullable(file).map(Path::toAbsolutePath);
  }

  /**
   * The catalog to use.
   *
   * @throws CommandFailure when the file can not be used; names the first problem
   */
  IndicatorCatalog catalog() throws CommandFailure {
    if (file == null) {
      return IndicatorCatalog.bundled();
    }
    try {
      return open(file);
    } catch (InvalidCatalogException invalid) {
      throw new CommandFailure(
          "--catalog %s: %s; duibiao catalog check %s shows all"
              .formatted(file, invalid.getMessage(), file));
    }
  }

  /**
   * Reads a catalog.
   *
   * @throws CommandFailure when the file can not be read
   * @throws InvalidCatalogException when it is no catalog
   */
  static IndicatorCatalog open(Path file) throws CommandFailure {
    if (Files.isDirectory(file)) {
      throw new CommandFailure(file + " is a directory; a catalog is one file");
    }
    try (InputStream yaml = Files.newInputStream(file)) {
      return IndicatorCatalog.read(yaml);
    } catch (NoSuchFileException problem) {
      throw new CommandFailure("there is no such file: " + file);
    } catch (IOException problem) {
      throw new CommandFailure(file + " can not be read: " + problem.getMessage());
    }
  }
}
