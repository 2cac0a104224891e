package io.duibiao.assessment;

import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps what is remembered of a pool. */
public final class PoolMemorySerializer extends RecordSerializer<PoolMemory> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public PoolMemorySerializer() {
    super(PoolMemory.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<PoolMemory> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<PoolMemory> {
    /** For Flink. */
    public Snapshot() {
      super(PoolMemorySerializer::new);
    }
  }
}
