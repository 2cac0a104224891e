package io.duibiao.streaming.job;

import io.duibiao.core.catalog.IndicatorCatalog;
import io.duibiao.core.catalog.InvalidCatalogException;
import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * The catalog that a job uses. A file is read and checked where the job graph is built, and its
 * content travels with the graph, so that no task manager needs the file and all use the same.
 */
public final class CatalogSource implements SerializableSupplier<IndicatorCatalog> {
  private static final long serialVersionUID = 1L;

  /** The content of the file; null for the bundled catalog. */
  private final byte[] yaml;

  private CatalogSource(byte[] yaml) {
    this.yaml = yaml;
  }

  /**
   * The catalog that the options name, or the bundled one.
   *
   * @throws InvalidOptionException when the file can not be read or is no catalog
   */
  public static CatalogSource of(JobOptions options) {
    return new CatalogSource(
        options.find(ProcessingOptions.CATALOG_FILE).map(CatalogSource::checked).orElse(null));
  }

  private static byte[] checked(String file) {
    try {
      byte[] yaml = Files.readAllBytes(Path.of(file));
      IndicatorCatalog.read(new ByteArrayInputStream(yaml));
      return yaml;
    } catch (NoSuchFileException e) {
      throw bad(file, "there is no such file");
    } catch (IOException | InvalidPathException e) {
      throw bad(file, "the file can not be read: " + e.getMessage());
    } catch (InvalidCatalogException e) {
      throw bad(file, e.getMessage());
    }
  }

  private static InvalidOptionException bad(String file, String problem) {
    return new InvalidOptionException(
        "option "
            + ProcessingOptions.CATALOG_FILE.key()
            + " can not be '"
            + file
            + "': "
            + problem);
  }

  @Override
  public IndicatorCatalog get() {
    if (yaml == null) {
      return IndicatorCatalog.bundled();
    }
    try {
      return IndicatorCatalog.read(new ByteArrayInputStream(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
