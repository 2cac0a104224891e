package io.duibiao.assessment;

import io.duibiao.core.matching.Pool;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.record.LogText;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends statements to their series, and once each to the side for its pool where it has one. */
final class StatementRouter extends ProcessFunction<ParsedStatement, SeriesInput> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(StatementRouter.class);

  static final OutputTag<PooledStatement> POOLED =
      new OutputTag<>("pooled", TypeInformation.of(PooledStatement.class));

  private transient Counter failed;

  @Override
  public void open(OpenContext context) {
    failed = getRuntimeContext().getMetricGroup().counter("statementsWithoutPool");
  }

  @Override
  public void processElement(ParsedStatement parsed, Context context, Collector<SeriesInput> out) {
    out.collect(SeriesInput.of(parsed));
    Statement statement = parsed.statement();
    if (parsed.series().equals(statement.series())) {
      poolOf(statement)
          .ifPresent(
              pool ->
                  context.output(
                      POOLED, new PooledStatement(pool, statement, parsed.origin().timestamp())));
    }
  }

  private Optional<String> poolOf(Statement statement) {
    try {
      return Pool.keyOf(statement);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      // Its own series takes it all the same.
      failed.inc();
      LOG.warn("it can not be told which pool {} belongs to", LogText.of(statement.id()), e);
      return Optional.empty();
    }
  }
}
