package io.duibiao.extraction;

import io.duibiao.core.revision.DocumentHistory;
import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps the revisions of a document. */
public final class DocumentHistorySerializer extends RecordSerializer<DocumentHistory> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public DocumentHistorySerializer() {
    super(DocumentHistory.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<DocumentHistory> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<DocumentHistory> {
    /** For Flink. */
    public Snapshot() {
      super(DocumentHistorySerializer::new);
    }
  }
}
