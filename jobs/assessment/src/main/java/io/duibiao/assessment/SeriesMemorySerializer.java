package io.duibiao.assessment;

import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps what is remembered of a series. */
public final class SeriesMemorySerializer extends RecordSerializer<SeriesMemory> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public SeriesMemorySerializer() {
    super(SeriesMemory.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<SeriesMemory> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<SeriesMemory> {
    /** For Flink. */
    public Snapshot() {
      super(SeriesMemorySerializer::new);
    }
  }
}
