package io.duibiao.extraction;

import io.duibiao.core.extraction.StatementExtractor;
import java.io.Serializable;

/** Makes the extractor where it works: it loads dictionaries and does not travel. */
@FunctionalInterface
public interface ExtractorFactory extends Serializable {
  /**
   * An extractor.
   *
   * @param catalogYaml the catalog that it shall know, checked before, or null for the one that the
   *     job was started with
   */
  StatementExtractor create(String catalogYaml);
}
