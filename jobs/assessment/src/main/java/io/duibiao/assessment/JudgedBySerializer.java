package io.duibiao.assessment;

import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps by what series were judged. */
public final class JudgedBySerializer extends RecordSerializer<JudgedBy> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public JudgedBySerializer() {
    super(JudgedBy.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<JudgedBy> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<JudgedBy> {
    /** For Flink. */
    public Snapshot() {
      super(JudgedBySerializer::new);
    }
  }
}
