package io.duibiao.assessment;

import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps which indicators the topic {@code catalog} has changed. */
public final class CatalogChangesSerializer extends RecordSerializer<CatalogChanges> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public CatalogChangesSerializer() {
    super(CatalogChanges.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<CatalogChanges> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<CatalogChanges> {
    /** For Flink. */
    public Snapshot() {
      super(CatalogChangesSerializer::new);
    }
  }
}
