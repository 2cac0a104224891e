package io.duibiao.assessment;

import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps one event of a pool. */
public final class StatementSerializer extends RecordSerializer<Statement> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public StatementSerializer() {
    super(Statement.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<Statement> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<Statement> {
    /** For Flink. */
    public Snapshot() {
      super(StatementSerializer::new);
    }
  }
}
