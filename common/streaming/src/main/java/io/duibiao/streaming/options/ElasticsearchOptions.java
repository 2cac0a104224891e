package io.duibiao.streaming.options;

import io.duibiao.streaming.options.internal.Declare;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.MemorySize;

/** Options of Elasticsearch and of writing to it. */
public final class ElasticsearchOptions {
  private ElasticsearchOptions() {}

  /** {@code elasticsearch.hosts}. */
  public static final Option<List<String>> HOSTS =
      Declare.list(
          "elasticsearch.hosts",
          "http://localhost:9200",
          "http://HOST:PORT or https://HOST:PORT, several with semicolons between",
          "Nodes to talk to.");

  /** {@code elasticsearch.path-prefix}. */
  public static final Option<String> PATH_PREFIX =
      Declare.matching(
          "elasticsearch.path-prefix",
          "",
          "(/[^\\s?#]*)?",
          "a path such as /search, or nothing",
          "Put in front of every request's path, for an Elasticsearch behind a proxy.");

  /** {@code elasticsearch.username}. */
  public static final Option<String> USERNAME =
      Declare.text("elasticsearch.username", null, "any text", "User for basic authentication.");

  /** {@code elasticsearch.password}. */
  public static final Option<String> PASSWORD =
      Declare.secret("elasticsearch.password", "Password for basic authentication.");

  /** {@code elasticsearch.password-file}. */
  public static final Option<String> PASSWORD_FILE =
      Declare.text(
          "elasticsearch.password-file",
          null,
          "path of a file",
          "File that holds the password; white space around it is dropped.");

  /** {@code elasticsearch.api-key}. */
  public static final Option<String> API_KEY =
      Declare.secret(
          "elasticsearch.api-key", "Encoded API key, as Elasticsearch's `encoded` field gives it.");

  /** {@code elasticsearch.api-key-file}. */
  public static final Option<String> API_KEY_FILE =
      Declare.text(
          "elasticsearch.api-key-file",
          null,
          "path of a file",
          "File that holds the encoded API key; white space around it is dropped.");

  /** {@code elasticsearch.ca-file}. */
  public static final Option<String> CA_FILE =
      Declare.text(
          "elasticsearch.ca-file",
          null,
          "path of a PEM file",
          "Certificates of the authorities to trust instead of Java's own.");

  /** {@code elasticsearch.index-prefix}. */
  public static final Option<String> INDEX_PREFIX =
      Declare.matching(
          "elasticsearch.index-prefix",
          "duibiao",
          "[a-z0-9][a-z0-9-]*",
          "lower-case letters, digits and '-'",
          "First part of the names of templates, indices and aliases.");

  /** {@code elasticsearch.bulk-max-records}. */
  public static final Option<Integer> BULK_MAX_RECORDS =
      Declare.number(
          "elasticsearch.bulk-max-records", 500, 1, 10_000, "Records in one request at most.");

  /** {@code elasticsearch.bulk-max-size}. */
  public static final Option<MemorySize> BULK_MAX_SIZE =
      Declare.size(
          "elasticsearch.bulk-max-size",
          "10 mb",
          "90 mb",
          "Size of one request at most. A record that alone exceeds it goes to the dead letters."
              + " Elasticsearch itself accepts 100 mb.");

  /** {@code elasticsearch.flush-interval}. */
  public static final Option<Duration> FLUSH_INTERVAL =
      Declare.duration(
          "elasticsearch.flush-interval",
          Duration.ofSeconds(1),
          null,
          "How long a record waits for others to be sent with at most.");

  /** {@code elasticsearch.max-in-flight}. */
  public static final Option<Integer> MAX_IN_FLIGHT =
      Declare.number(
          "elasticsearch.max-in-flight", 2, 1, 100, "Requests under way per subtask at most.");

  /** {@code elasticsearch.max-attempts}. */
  public static final Option<Integer> MAX_ATTEMPTS =
      Declare.number(
          "elasticsearch.max-attempts",
          12,
          1,
          1000,
          "How often a record is sent before the job fails over to its restart strategy.");

  /** {@code elasticsearch.initial-backoff}. */
  public static final Option<Duration> INITIAL_BACKOFF =
      Declare.duration(
          "elasticsearch.initial-backoff",
          Duration.ofMillis(500),
          Duration.ofHours(1),
          "Wait before the second attempt; doubles with every further one.");

  /** {@code elasticsearch.max-backoff}. */
  public static final Option<Duration> MAX_BACKOFF =
      Declare.duration(
          "elasticsearch.max-backoff",
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          "Longest wait between two attempts.");

  /** {@code elasticsearch.connect-timeout}. */
  public static final Option<Duration> CONNECT_TIMEOUT =
      Declare.duration(
          "elasticsearch.connect-timeout",
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          "How long to wait for a connection.");

  /** {@code elasticsearch.socket-timeout}. */
  public static final Option<Duration> SOCKET_TIMEOUT =
      Declare.duration(
          "elasticsearch.socket-timeout",
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          "How long to wait for an answer.");
}
