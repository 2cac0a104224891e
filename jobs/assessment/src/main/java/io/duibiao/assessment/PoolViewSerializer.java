package io.duibiao.assessment;

import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps what a pool has to say to a series. */
public final class PoolViewSerializer extends RecordSerializer<PoolView> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public PoolViewSerializer() {
    super(PoolView.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<PoolView> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<PoolView> {
    /** For Flink. */
    public Snapshot() {
      super(PoolViewSerializer::new);
    }
  }
}
