package io.duibiao.streaming.state;

import io.duibiao.core.statement.RecordVersion;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps how many records something rests on. */
public final class RecordVersionSerializer extends RecordSerializer<RecordVersion> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public RecordVersionSerializer() {
    super(RecordVersion.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<RecordVersion> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<RecordVersion> {
    /** For Flink. */
    public Snapshot() {
      super(RecordVersionSerializer::new);
    }
  }
}
