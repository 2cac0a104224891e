package io.duibiao.streaming.catalog;

import io.duibiao.streaming.state.RecordSerializer;
import io.duibiao.streaming.state.RecordSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Keeps the catalog that holds in broadcast state. */
public final class CatalogUpdateSerializer extends RecordSerializer<CatalogUpdate> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** The one of this program. */
  public CatalogUpdateSerializer() {
    super(CatalogUpdate.class, VERSION);
  }

  @Override
  public TypeSerializerSnapshot<CatalogUpdate> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the format in checkpoints. */
  public static final class Snapshot extends RecordSnapshot<CatalogUpdate> {
    /** For Flink. */
    public Snapshot() {
      super(CatalogUpdateSerializer::new);
    }
  }
}
