package io.duibiao.assessment;

import io.duibiao.core.assessment.RelatedSeries;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.kafka.ConsumedRecord;
import io.duibiao.streaming.record.RecordFormatException;
import io.duibiao.streaming.record.StatementRecords;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads the records of the topic {@code statements}; what is no statement goes to the side. */
final class StatementParser extends ProcessFunction<ConsumedRecord, ParsedStatement> {
  private static final long serialVersionUID = 1L;

  private transient Counter statementsIn;
  private transient Rejections rejections;

  @Override
  public void open(OpenContext context) {
    statementsIn = getRuntimeContext().getMetricGroup().counter("statementsIn");
    rejections = new Rejections(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(
      ConsumedRecord record, Context context, Collector<ParsedStatement> out) {
    statementsIn.inc();
    try {
      Statement statement =
          StatementRecords.parse(
              record.value(),
              Instant.ofEpochMilli(
                  Math.max(record.timestamp(), context.timerService().currentProcessingTime())));
      for (String series : RelatedSeries.of(statement)) {
        out.collect(new ParsedStatement(series, statement, record));
      }
    } catch (RecordFormatException e) {
      context.output(Rejections.TAG, rejections.of(record, e.reason(), e.getMessage()));
    }
  }
}
