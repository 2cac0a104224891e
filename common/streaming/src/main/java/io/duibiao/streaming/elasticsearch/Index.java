package io.duibiao.streaming.elasticsearch;

import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;

/**
 * The indices. Readers and writers use the alias; behind it stands one concrete index, so that a
 * rebuild can fill another one and switch the alias over.
 */
public enum Index {
  /** The latest revision of each document. */
  DOCUMENTS("documents"),
  /** The statements of all documents. */
  STATEMENTS("statements"),
  /** The verdicts. */
  ASSESSMENTS("assessments"),
  /** Open and resolved alerts. */
  ALERTS("alerts"),
  /** Documents that could not be used: what is wrong with them, without their bytes. */
  REJECTED("rejected");

  /** Grows when a mapping changes in a way that an index must be rebuilt for. */
  private static final int MAPPING_VERSION = 1;

  private final String baseName;

  Index(String baseName) {
    this.baseName = baseName;
  }

  /** The alias with the default prefix: {@code duibiao-statements}. */
  public String alias() {
    return alias(ElasticsearchOptions.INDEX_PREFIX.defaultValue());
  }

  /** The alias with the given prefix. */
  public String alias(String prefix) {
    return prefix + "-" + baseName;
  }

  /** The alias with the configured prefix. */
  public String alias(JobOptions options) {
    return alias(options.get(ElasticsearchOptions.INDEX_PREFIX));
  }

  /** The name of the template, which is the alias's name too. */
  String templateName(String prefix) {
    return alias(prefix);
  }

  /** The indices that the template applies to. */
  String pattern(String prefix) {
    return alias(prefix) + "-v" + MAPPING_VERSION + "-*";
  }

  /** The concrete index that an installation starts with. */
  public String firstIndex(String prefix) {
    return alias(prefix) + "-v" + MAPPING_VERSION + "-000001";
  }

  /** Where the template is on the class path. */
  public String templateResource() {
    return "/io/duibiao/streaming/elasticsearch/" + baseName + ".json";
  }
}
