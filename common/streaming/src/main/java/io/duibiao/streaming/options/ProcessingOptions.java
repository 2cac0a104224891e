package io.duibiao.streaming.options;

import io.duibiao.streaming.options.internal.Declare;
import io.duibiao.streaming.record.CatalogRecord;
import java.time.Duration;
import org.apache.flink.configuration.MemorySize;

/** Options of the jobs themselves. */
public final class ProcessingOptions {
  private ProcessingOptions() {}

  /** {@code parallelism}. */
  public static final Option<Integer> PARALLELISM =
      Declare.number(
          "parallelism",
          null,
          1,
          32_768,
          "Parallel subtasks of every operator; Flink's own setting where not given.");

  /** {@code checkpoint.interval}. */
  public static final Option<Duration> CHECKPOINT_INTERVAL =
      Declare.duration(
          "checkpoint.interval",
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          "Time between checkpoints. Under exactly-once it is also how long a record takes to be"
              + " seen in its topic.");

  /** {@code checkpoint.timeout}. */
  public static final Option<Duration> CHECKPOINT_TIMEOUT =
      Declare.duration(
          "checkpoint.timeout",
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          "How long a checkpoint may take.");

  /** {@code checkpoint.directory}. */
  public static final Option<String> CHECKPOINT_DIRECTORY =
      Declare.text(
          "checkpoint.directory",
          null,
          "a directory as a URI such as file:///var/lib/duibiao/checkpoints or s3://bucket/path",
          "Where checkpoints are kept; Flink's own setting where not given.");

  /** {@code checkpoint.retained}. */
  public static final Option<Integer> CHECKPOINTS_RETAINED =
      Declare.number("checkpoint.retained", 2, 1, 1000, "How many checkpoints are kept.");

  /** {@code restart.initial-backoff}. */
  public static final Option<Duration> RESTART_INITIAL_BACKOFF =
      Declare.duration(
          "restart.initial-backoff",
          Duration.ofSeconds(1),
          Duration.ofHours(1),
          "Wait before a failed job starts again; doubles with every further failure.");

  /** {@code restart.max-backoff}. */
  public static final Option<Duration> RESTART_MAX_BACKOFF =
      Declare.duration(
          "restart.max-backoff",
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          "Longest wait between two restarts.");

  /** {@code restart.reset-after}. */
  public static final Option<Duration> RESTART_RESET_AFTER =
      Declare.duration(
          "restart.reset-after",
          Duration.ofMinutes(10),
          null,
          "After so long without a failure the wait is back at its initial value.");

  /** {@code source.idle-timeout}. */
  public static final Option<Duration> IDLE_TIMEOUT =
      Declare.duration(
          "source.idle-timeout",
          Duration.ofSeconds(30),
          null,
          "After so long without a record a partition no longer holds back event time.");

  /** {@code assessment.quiet-time}. */
  public static final Option<Duration> QUIET_TIME =
      Declare.duration(
          "assessment.quiet-time",
          Duration.ofMinutes(1),
          Duration.ofDays(1),
          "After so long without a statement the assessment job takes the clock for its time instead"
              + " of the publication times that it reads, and acts on deadlines that have passed."
              + " While statements flow no deadline is acted on, so that reading an archive in any"
              + " order tells nothing overdue that a later statement answers.");

  /** {@code assessment.matching-delay}. */
  public static final Option<Duration> MATCHING_DELAY =
      Declare.duration(
          "assessment.matching-delay",
          Duration.ofSeconds(1),
          Duration.ofHours(1),
          "How long after a statement results of other names are given to the targets of its region"
              + " and year, together with all that has come by then. Must be shorter than"
              + " assessment.quiet-time.");

  /** {@code assessment.reporting-months}. */
  public static final Option<Integer> REPORTING_MONTHS =
      Declare.number(
          "assessment.reporting-months",
          5,
          0,
          CatalogRecord.MAX_REPORTING_MONTHS,
          "How many months after the end of a period its result is due, in Asia/Shanghai; 5 is 31"
              + " May for a calendar year. A record of the topic catalog may change it.");

  /** {@code state.retention}. */
  public static final Option<Duration> STATE_RETENTION =
      Declare.duration(
          "state.retention",
          Duration.ofDays(3650),
          null,
          "How long a document or series that no record touches is remembered; a series with a"
              + " deadline to come stays until then. What is forgotten stays in topics and indices,"
              + " but a record that touches it later is judged without it.");

  /** {@code document.max-size}. */
  public static final Option<MemorySize> DOCUMENT_MAX_SIZE =
      Declare.size(
          "document.max-size",
          "5 mb",
          "10 mb",
          "A larger record of the topic documents is rejected. The bound is the largest record that"
              + " the topic takes.");

  /** {@code extraction.time-budget}. */
  public static final Option<Duration> EXTRACTION_TIME_BUDGET =
      Declare.duration(
          "extraction.time-budget",
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          "A document that takes longer to read is rejected.");

  /** {@code catalog.file}. */
  public static final Option<String> CATALOG_FILE =
      Declare.text(
          "catalog.file",
          null,
          "the path of a catalog of indicators in YAML",
          "Used instead of the bundled catalog; give both jobs the same. It is read and checked"
              + " where the job is submitted, and travels with the job graph. A document that was"
              + " read before is read again with it only when its content changes, or by a job that"
              + " starts without a checkpoint. A record of the topic catalog takes its place without"
              + " a new start.");
}
