package io.duibiao.local.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what the pipeline has left with what the batch run gives. */
final class Comparison {
  private final Expectation expected;
  private final Observer observer;
  private final boolean exactlyOnce;

  /**
   * @param exactlyOnce whether no statement and no rejection may have been sent twice. Assessments
   *     and alerts are compared by the last record of each key, whatever the guarantee
   */
  Comparison(Expectation expected, Observer observer, boolean exactlyOnce) {
    this.expected = expected;
    this.observer = observer;
    this.exactlyOnce = exactlyOnce;
  }

  /** The differences in the first place that has any. */
  List<Difference> first() throws Exception {
    for (Place place : Place.values()) {
      // Counting costs next to nothing, and tells most of the time that it is too early to read.
      if (place.index() != null) {
        long wanted = expected.contents().at(place).size();
        long there = observer.count(place);
        if (there != wanted) {
          return List.of(
              new Difference(
                  place.shown(),
                  "(all)",
                  "number of documents",
                  Long.toString(wanted),
                  Long.toString(there)));
        }
      }
    }
    for (Place place : Place.values()) {
      List<Difference> differences = differences(place);
      if (!differences.isEmpty()) {
        return differences;
      }
    }
    return List.of();
  }

  /** Every difference. */
  List<Difference> all() throws Exception {
    List<Difference> differences = new ArrayList<>();
    for (Place place : Place.values()) {
      differences.addAll(differences(place));
    }
    return differences;
  }

  private List<Difference> differences(Place place) throws Exception {
    Contents found = new Contents();
    observer.read(place, found);
    if (place == Place.REJECTED_TOPIC && !exactlyOnce) {
      Map<String, String> wanted = expected.contents().at(place);
      found.at(place).replaceAll((key, times) -> leastOf(wanted.get(key), times));
    }
    List<Difference> differences = new ArrayList<>(expected.contents().differences(place, found));
    if (place == Place.STATEMENTS_TOPIC) {
      int wanted = expected.statementRecords();
      int there = observer.statementRecords();
      if (exactlyOnce ? there != wanted : there < wanted) {
        differences.add(
            new Difference(
                place.shown(),
                "(all)",
                "number of records",
                Integer.toString(wanted),
                Integer.toString(there)));
      }
    }
    return differences;
  }

  /** Where something may be told more often than it happened, more is as good as enough. */
  private static String leastOf(String wanted, String times) {
    return wanted != null && Long.parseLong(times) > Long.parseLong(wanted) ? wanted : times;
  }
}
