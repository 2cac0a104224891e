package io.duibiao.streaming.state;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a checkpoint says about a {@link RecordSerializer}: its class and the version that it wrote.
 * Values of earlier versions are read as they are, since each carries its own version; those of
 * later versions are refused.
 *
 * @param <T> the record's class
 */
public abstract class RecordSnapshot<T> implements TypeSerializerSnapshot<T> {
  /** The format of the snapshot itself. */
  private static final int VERSION = 1;

  private final Supplier<RecordSerializer<T>> serializers;
  private int written;

  /**
   * For a subclass with a public constructor without parameters, which Flink calls.
   *
   * @param serializers makes the serializer of this program
   */
  protected RecordSnapshot(Supplier<RecordSerializer<T>> serializers) {
    this.serializers = serializers;
    this.written = serializers.get().version();
  }

  @Override
  public final int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public final void writeSnapshot(DataOutputView out) throws IOException {
    out.writeInt(written);
  }

  @Override
  public final void readSnapshot(int readVersion, DataInputView in, ClassLoader loader)
      throws IOException {
    written = in.readInt();
  }

  @Override
  public final TypeSerializer<T> restoreSerializer() {
    return serializers.get();
  }

  @Override
  public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    boolean readable = old.getClass() == getClass() && ((RecordSnapshot<T>) old).written <= written;
    return readable
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
