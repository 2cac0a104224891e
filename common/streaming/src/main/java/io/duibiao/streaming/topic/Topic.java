package io.duibiao.streaming.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The topics, their keys and what a broker needs to know to create them. */
public enum Topic {
  /**
   * Documents as retrieved, key = document id. Kept for ever: a rebuild reads them from the start.
   */
  DOCUMENTS("documents", 4, false, null, 10),

  /** Documents that can not be used, with the reason; key = document id where known. */
  DOCUMENTS_REJECTED("documents.rejected", 1, false, Duration.ofDays(30), 15),

  /** Statements, key = series. Kept for ever: the evidence of a series is all of them. */
  STATEMENTS("statements", 4, false, null, 1),

  /** Statements that can not be used or indexed; key = key of the record where known. */
  STATEMENTS_REJECTED("statements.rejected", 1, false, Duration.ofDays(30), 15),

  /** Assessments, key = assessment id; the last record of a key is the verdict. */
  ASSESSMENTS("assessments", 4, true, null, 1),

  /**
   * Alerts, key = alert id; the last record of a key is the state of the alert. One without value
   * takes an alert back.
   */
  ALERTS("alerts", 4, true, null, 1),

  /**
   * The catalog of indicators that holds, one key; the last record is the catalog. One partition,
   * so that all see the same order.
   */
  CATALOG("catalog", 1, true, null, 4);

  /** Header that names the schema of a record. */
  public static final String SCHEMA_HEADER = "schema";

  /** Header that gives the version of the schema, see {@link #SCHEMA_VERSION}. */
  public static final String SCHEMA_VERSION_HEADER = "schema-version";

  /** Header that gives the media type of the value. */
  public static final String CONTENT_TYPE_HEADER = "content-type";

  /**
   * The version of the schemas, MAJOR.MINOR, one for all topics. Within a major version whatever
   * reads the older minor version reads the newer one too, and the other way round.
   */
  public static final String SCHEMA_VERSION = "1.0";

  private static final String CONTENT_TYPE = "application/json";

  /**
   * A job that goes back to a checkpoint must meet the catalogs again that it has met before, since
   * its versions follow from them.
   */
  private static final Duration CATALOG_LAG = Duration.ofDays(7);

  private static final int MEBIBYTE = 1024 * 1024;

  private final String baseName;
  private final int partitions;
  private final boolean compacted;
  private final Duration retention;
  private final int maxMessageMebibytes;

  Topic(
      String baseName,
      int partitions,
      boolean compacted,
      Duration retention,
      int maxMessageMebibytes) {
    this.baseName = baseName;
    this.partitions = partitions;
    this.compacted = compacted;
    this.retention = retention;
    this.maxMessageMebibytes = maxMessageMebibytes;
  }

  /** The name without a prefix: {@code documents.rejected}. */
  public String baseName() {
    return baseName;
  }

  /** The name on the broker, the prefix (may be empty) put in front as it is. */
  public String name(String prefix) {
    return prefix + baseName;
  }

  /** Partitions that a new topic gets unless the caller says otherwise. */
  public int defaultPartitions() {
    return partitions;
  }

  /** Whether only the last record of each key is kept. */
  public boolean compacted() {
    return compacted;
  }

  /** How long records are kept, or null for ever. Compacted topics keep the last record. */
  public Duration retention() {
    return retention;
  }

  /**
   * The largest record in bytes. Documents may be twice their default limit so that one that is too
   * large still arrives and is rejected with its reason; a rejection holds the original as base64.
   */
  public int maxMessageBytes() {
    return maxMessageMebibytes * MEBIBYTE;
  }

  /** Name of the schema, without version: {@code duibiao.statements}. */
  public String schema() {
    return "duibiao." + baseName;
  }

  /** The headers of every record written: name and version of its schema, and its media type. */
  public List<Header> headers() {
    return List.of(
        header(SCHEMA_HEADER, schema()),
        header(SCHEMA_VERSION_HEADER, SCHEMA_VERSION),
        header(CONTENT_TYPE_HEADER, CONTENT_TYPE));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Where the JSON Schema of the records is on the class path. */
  public String schemaResource() {
    return "/io/duibiao/streaming/schema/" + baseName + ".schema.json";
  }

  /** The topic's configuration on the broker. */
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
    if (!compacted) {
      configuration.put(
          TopicConfig.RETENTION_MS_CONFIG,
          Long.toString(retention == null ? -1 : retention.toMillis()));
    }
    if (this == CATALOG) {
      configuration.put(
          TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(CATALOG_LAG.toMillis()));
    }
    configuration.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes()));
    return configuration;
  }
}
