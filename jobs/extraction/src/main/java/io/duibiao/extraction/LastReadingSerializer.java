package io.duibiao.extraction;

import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps the document that was read last under an id. */
public final class LastReadingSerializer extends RecordSerializer<LastReading> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public LastReadingSerializer() {
    super(LastReading.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<LastReading> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<LastReading> {
    /** For Flink. */
    public Snapshot() {
      super(LastReadingSerializer::new);
    }
  }
}
