package io.duibiao.assessment;

import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.assessment.Judge;
import io.duibiao.core.assessment.SeriesHistory;
import io.duibiao.core.statement.Statement;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many entries the ledger of a series may have. A real series has some dozens; documents that
 * name ever new periods would make any number, although the evidence is bounded.
 *
 * <p>Where there are more than the limit, the entries go that no kept evidence touches any more:
 * their assessments have lost the evidence that they rest on. If that is not enough, those go whose
 * last record is the oldest (ties by name). The verdict that was sent last stays in topic and
 * index; a statement that touches it later begins a new entry, and its version is larger by its
 * timestamp.
 *
 * @param limit the most entries
 */
record LedgerBound(int limit) implements Serializable {
  /** A statement touches at most sixteen assessments, see {@link Judge#touched}. */
  private static final int KEYS_OF_EVENT = 20;

  /** More than all kept evidence can touch, so that no assessment with evidence is given up. */
  static final LedgerBound DEFAULT = new LedgerBound(KEYS_OF_EVENT * SeriesHistory.MAX_EVENTS);

  /** Whether a series may have so many entries at all; costs nothing, other than counting them. */
  boolean near(SeriesHistory history) {
    return history.events().size() >= limit / KEYS_OF_EVENT;
  }

  /** The names of the entries to give up. */
  List<String> surplus(Map<String, LedgerEntry> entries, SeriesHistory history, Judge judge) {
    if (entries.size() <= limit) {
      return List.of();
    }
    Set<String> touched = new HashSet<>();
    for (Statement event : history.events()) {
      for (AssessmentKey key : judge.touched(history.series(), event)) {
        touched.add(SeriesStore.idOf(key));
      }
    }
    List<String> byWorth = new ArrayList<>(entries.keySet());
    byWorth.sort(
        Comparator.comparing((String id) -> touched.contains(id))
            .thenComparing(id -> entries.get(id).version().timestamp())
            .thenComparing(id -> entries.get(id).version().count())
            .thenComparing(Comparator.naturalOrder()));
    int more = entries.size() - limit;
    int untouched = (int) byWorth.stream().filter(id -> !touched.contains(id)).count();
    return byWorth.subList(0, Math.max(more, untouched));
  }
}
