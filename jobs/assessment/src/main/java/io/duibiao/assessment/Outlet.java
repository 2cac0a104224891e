package io.duibiao.assessment;

import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.AlertType;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.assessment.AssessmentKey;
import io.duibiao.core.assessment.Judgement;
import io.duibiao.core.statement.RecordVersion;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.record.AlertChange;
import io.duibiao.streaming.record.RecordJson;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Sends what was judged, to topics and indices.
 *
 * <p>Assessments, and alerts for their index, are sent whether they changed or not: an attempt that
 * failed after the checkpoint may have written something else to Elasticsearch. The topic of alerts
 * is told only transitions where no failed attempt can have written to it.
 */
final class Outlet {
  static final OutputTag<AlertChange> ALERTS =
      new OutputTag<>("alerts", TypeInformation.of(AlertChange.class));
  static final OutputTag<IndexWrite> ASSESSMENT_WRITES =
      new OutputTag<>("assessment-writes", TypeInformation.of(IndexWrite.class));
  static final OutputTag<IndexWrite> ALERT_WRITES =
      new OutputTag<>("alert-writes", TypeInformation.of(IndexWrite.class));

  private static final long NO_TIMESTAMP = Long.MIN_VALUE;

  private final Output<StreamRecord<Assessment>> output;
  private final AssessmentSettings settings;
  private final AssessmentMetrics metrics;
  private long timestamp = NO_TIMESTAMP;

  Outlet(
      Output<StreamRecord<Assessment>> output,
      AssessmentSettings settings,
      AssessmentMetrics metrics) {
    this.output = output;
    this.settings = settings;
    this.metrics = metrics;
  }

  /** What is sent from now on follows from a record with this timestamp. */
  void at(StreamRecord<?> record) {
    timestamp = record.hasTimestamp() ? record.getTimestamp() : NO_TIMESTAMP;
  }

  /** What is sent from now on follows from time alone. */
  void atNoRecord() {
    timestamp = NO_TIMESTAMP;
  }

  /**
   * Sends an assessment and its alerts, and takes back alerts that are none.
   *
   * @param series the key of the series
   * @param key the assessment
   * @param judgement what was judged
   * @param entry its entry
   * @param records all records that it rests on, those of other series among them
   * @param basis what else the verdict rests on, which is part of the version
   * @return the entry after it
   */
  LedgerEntry send(
      String series,
      AssessmentKey key,
      Judgement judgement,
      LedgerEntry entry,
      RecordVersion records,
      Basis basis) {
    String indicator = indicatorOf(series);
    RecordVersion version = basis.version(indicator, records);
    judgement.assessment().ifPresent(assessment -> send(assessment.at(version)));
    LedgerEntry after = entry;
    for (Alert alert : judgement.alerts()) {
      after = send(alert.at(version), digest(alert), after);
    }
    String prefix =
        series + "/" + key.measure().code() + "/" + key.period().replace('/', '-') + "#";
    Set<String> retracted = new TreeSet<>(judgement.retracted());
    for (AlertType type : AlertType.values()) {
      // Deadlines are acted on here, so it is known here that an alert may have been sent. Under
      // another catalog or other rules any alert may have been.
      boolean possible =
          type == AlertType.OVERDUE
              ? entry.passed() != null
              : basis.judgedOtherwise(indicator, records);
      if (possible || entry.sent().containsKey(type.code())) {
        retracted.add(prefix + type.code());
      }
    }
    judgement.alerts().forEach(alert -> retracted.remove(alert.id()));
    for (String id : retracted) {
      after = retract(id, version, after);
    }
    return after;
  }

  /** The indicator of a series: what follows the region in its key. */
  static String indicatorOf(String series) {
    return series.substring(series.indexOf('/') + 1);
  }

  private void send(Assessment assessment) {
    metrics.sent(assessment.status());
    output.collect(record(assessment));
    output.collect(
        ASSESSMENT_WRITES,
        record(
            IndexWrite.of(
                settings.assessmentsAlias(), assessment.id(), assessment.version(), assessment)));
  }

  private LedgerEntry send(Alert alert, String digest, LedgerEntry entry) {
    String type = alert.type().code();
    output.collect(
        ALERT_WRITES,
        record(IndexWrite.of(settings.alertsAlias(), alert.id(), alert.version(), alert)));
    if (settings.transitionsOnly() && digest.equals(entry.sent().get(type))) {
      return entry;
    }
    metrics.sent(alert.state());
    output.collect(ALERTS, record(new AlertChange(alert.id(), alert)));
    return entry.told(type, digest);
  }

  private LedgerEntry retract(String id, RecordVersion version, LedgerEntry entry) {
    String type = id.substring(id.lastIndexOf('#') + 1);
    output.collect(
        ALERT_WRITES, record(IndexWrite.delete(settings.alertsAlias(), id, version.external())));
    if (settings.transitionsOnly() && !entry.sent().containsKey(type)) {
      return entry;
    }
    metrics.retracted.inc();
    output.collect(ALERTS, record(new AlertChange(id, null)));
    return entry.told(type, null);
  }

  private <T> StreamRecord<T> record(T value) {
    return timestamp == NO_TIMESTAMP
        ? new StreamRecord<>(value)
        : new StreamRecord<>(value, timestamp);
  }

  /** Tells two contents of an alert apart, whatever records gave them. */
  private static String digest(Alert alert) {
    return Digest.of(RecordJson.writeString(alert.at(RecordVersion.NONE)));
  }
}
