package io.duibiao.core.assessment;

import io.duibiao.core.statement.RecordVersion;
import io.duibiao.core.statement.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges statements as they come, one at a time, and remembers what it said last of each id: what
 * whoever keeps verdicts in a stream does, without the stream.
 */
final class SeriesModel {
  private final Judge judge;
  private final Map<String, SeriesHistory> histories = new TreeMap<>();
  private final Map<String, SortedMap<AssessmentKey, Instant>> judgedAt = new HashMap<>();
  private final SortedMap<String, Object> said = new TreeMap<>();

  SeriesModel(Judge judge) {
    this.judge = judge;
  }

  /** The last assessment or alert of each id. */
  SortedMap<String, Object> said() {
    return said;
  }

  /** Takes one statement. */
  void take(Statement statement) {
    for (String series : RelatedSeries.of(statement)) {
      SeriesHistory history =
          histories.getOrDefault(series, SeriesHistory.empty(series)).with(statement);
      histories.put(series, history);
      SortedMap<AssessmentKey, Instant> times =
          judgedAt.computeIfAbsent(series, none -> new TreeMap<>());
      for (AssessmentKey key : judge.touched(series, statement)) {
        times.putIfAbsent(key, Instant.MIN);
        say(history, key, times.get(key));
      }
    }
  }

  /** No statement has come for a while: what was due at a time has passed. */
  void lull(Instant clock) {
    judgedAt.forEach(
        (series, times) ->
            times.replaceAll(
                (key, before) -> {
                  Instant due = ReportingDeadlines.DEFAULT.of(key.period()).orElseThrow();
                  if (due.isAfter(clock)) {
                    return before;
                  }
                  say(histories.get(series), key, due);
                  return due;
                }));
  }

  private void say(SeriesHistory history, AssessmentKey key, Instant asOf) {
    Judgement judgement = judge.judge(history, key, asOf);
    judgement.assessment().ifPresent(a -> said.put(a.id(), a.at(RecordVersion.NONE)));
    judgement.retracted().forEach(said::remove);
    String prefix =
        history.series() + "/" + key.measure().code() + "/" + key.period().replace('/', '-') + "#";
    // Whoever says what is overdue knows that it was said.
    said.remove(prefix + AlertType.OVERDUE.code());
    judgement.alerts().forEach(a -> said.put(a.id(), a.at(RecordVersion.NONE)));
  }
}
