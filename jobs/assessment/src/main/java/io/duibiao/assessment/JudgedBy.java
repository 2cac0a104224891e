package io.duibiao.assessment;

import io.duibiao.core.statement.RecordVersion;
import java.time.Duration;
import java.time.Instant;

/**
 * By what the series of a subtask are judged, where it does not come by the topic {@code catalog}:
 * the rules of the program, the catalog and the deadlines that the job was started with. A job that
 * goes on from a savepoint with others judges all its series anew.
 *
 * @param digest tells what judges from anything else; null where it is not known
 * @param generation how often it has changed since the state began. It becomes part of the versions
 *     of all that is sent
 * @param since when the last change was noticed, by the clock; null before the first
 * @param complete whether every series of the subtask has been judged by it
 */
public record JudgedBy(String digest, long generation, Instant since, boolean complete) {
  /**
   * A record that was consumed before the change may have a timestamp after it: producers have
   * clocks of their own.
   */
  private static final Duration CLOCKS = Duration.ofDays(1);

  /** Where a job begins without state. */
  static JudgedBy first(String digest) {
    return new JudgedBy(digest, 0, null, true);
  }

  /**
   * Where a job goes on from what all its subtasks have kept. All subtasks come to the same.
   *
   * @param digest what judges from now on
   * @param kept what each subtask has kept; empty where an earlier version of the program kept none
   * @param now the time
   */
  static JudgedBy restored(String digest, Iterable<JudgedBy> kept, Instant now) {
    long generation = 0;
    Instant since = null;
    boolean complete = true;
    boolean same = true;
    boolean none = true;
    for (JudgedBy each : kept) {
      none = false;
      generation = Math.max(generation, each.generation());
      if (each.since() != null && (since == null || each.since().isAfter(since))) {
        since = each.since();
      }
      same &= digest.equals(each.digest());
      complete &= each.complete();
    }
    return same && !none
        ? new JudgedBy(digest, generation, since, complete)
        : new JudgedBy(digest, generation + 1, now, false);
  }

  JudgedBy completed() {
    return new JudgedBy(digest, generation, since, true);
  }

  /** The version of what rests on these records and was judged by this. */
  RecordVersion version(RecordVersion records) {
    return new RecordVersion(records.timestamp(), records.count() + generation);
  }

  /**
   * Whether an attempt that was judged by something else may have sent what rests on these records.
   */
  boolean judgedOtherwise(RecordVersion records) {
    return since != null && records.timestamp() <= since.plus(CLOCKS).toEpochMilli();
  }
}
