package io.duibiao.assessment;

import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps what is known of the sending of an assessment. */
public final class LedgerEntrySerializer extends RecordSerializer<LedgerEntry> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public LedgerEntrySerializer() {
    super(LedgerEntry.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<LedgerEntry> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<LedgerEntry> {
    /** For Flink. */
    public Snapshot() {
      super(LedgerEntrySerializer::new);
    }
  }
}
