package io.duibiao.assessment;

import io.duibiao.core.statement.RecordVersion;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the sending of one assessment and its alerts.
 *
 * @param version the records that touched it; a deadline that was acted on counts as one more
 * @param timerAt the deadline that is waited for, or null
 * @param passed the last deadline that was acted on: the time of the judgement. Null before
 * @param sent what the topic {@code alerts} was told last of each alert, by the code of its type: a
 *     digest of the record without its version. Never null
 */
public record LedgerEntry(
    RecordVersion version, Instant timerAt, Instant passed, Map<String, String> sent) {
  static final LedgerEntry NEW = new LedgerEntry(RecordVersion.NONE, null, null, Map.of());

  /** Fills what an entry without any alert has. */
  public LedgerEntry {
    sent = sent == null ? Map.of() : Map.copyOf(sent);
  }

  /** The time of the judgement: no deadline after it is taken to have passed. */
  Instant asOf() {
    return passed == null ? Instant.MIN : passed;
  }

  LedgerEntry after(long timestamp) {
    return new LedgerEntry(version.plus(timestamp), timerAt, passed, sent);
  }

  LedgerEntry waitingFor(Instant deadline) {
    return new LedgerEntry(version, deadline, passed, sent);
  }

  /** After a deadline was acted on. No record was consumed, so no timestamp is added. */
  LedgerEntry past(Instant deadline) {
    return new LedgerEntry(version.plus(version.timestamp()), timerAt, deadline, sent);
  }

  LedgerEntry told(String type, String digest) {
    Map<String, String> next = new TreeMap<>(sent);
    if (digest == null) {
      next.remove(type);
    } else {
      next.put(type, digest);
    }
    return new LedgerEntry(version, timerAt, passed, next);
  }
}
