package io.duibiao.streaming.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Keeps an immutable record in state: a version of its format, then its JSON. Each record type has
 * a subclass and that a {@link RecordSnapshot}; together they name the format in a checkpoint, so
 * neither class may be renamed or moved while checkpoints of it exist. The record itself may.
 *
 * <p>To change a record: adding a component needs nothing, it is null, 0 or empty in what an
 * earlier version kept. For anything else raise the version and add a step to {@link #migrate}.
 * {@code README.md} beside this class tells why, and how to keep the state of a version for tests.
 *
 * @param <T> an immutable record of components that Jackson knows
 */
public abstract class RecordSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final int version;

  /**
   * @param type the record's class
   * @param version the version of the format that is written, from 1
   */
  protected RecordSerializer(Class<T> type, int version) {
    this.type = type;
    this.version = version;
  }

  /** The version of the format that is written. */
  final int version() {
    return version;
  }

  /**
   * Takes a value one version further. Called for each version from that of the value up to the one
   * before the current.
   *
   * @param value as an earlier version wrote it; may be changed in place
   * @param from its version
   * @return the value as version {@code from + 1} would have written it
   */
  protected ObjectNode migrate(ObjectNode value, int from) {
    return value;
  }

  @Override
  public final void serialize(T value, DataOutputView out) throws IOException {
    byte[] json = StateJson.MAPPER.writeValueAsBytes(value);
    out.writeByte(version);
    out.writeInt(json.length);
    out.write(json);
  }

  @Override
  public final T deserialize(DataInputView in) throws IOException {
    int written = in.readUnsignedByte();
    byte[] json = new byte[in.readInt()];
    in.readFully(json);
    if (written > version) {
      throw new StateFormatException(
          "the state holds %s in version %d of its format, this program knows up to version %d"
              .formatted(type.getSimpleName(), written, version),
          null);
    }
    try {
      if (written == version) {
        return StateJson.MAPPER.readValue(json, type);
      }
      ObjectNode value = StateJson.MAPPER.readValue(json, ObjectNode.class);
      for (int from = written; from < version; from++) {
        value = migrate(value, from);
      }
      return StateJson.MAPPER.treeToValue(value, type);
    } catch (JsonProcessingException e) {
      throw new StateFormatException(
          "the state holds a %s of version %d that can not be read; was a component renamed or"
                  .formatted(type.getSimpleName(), written)
              + " removed without a migration?",
          e);
    }
  }

  @Override
  public final T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public final void copy(DataInputView in, DataOutputView out) throws IOException {
    out.writeByte(in.readByte());
    byte[] json = new byte[in.readInt()];
    in.readFully(json);
    out.writeInt(json.length);
    out.write(json);
  }

  /** Records are immutable: the very value. */
  @Override
  public final T copy(T from) {
    return from;
  }

  @Override
  public final T copy(T from, T reuse) {
    return from;
  }

  @Override
  public final boolean isImmutableType() {
    return true;
  }

  @Override
  public final TypeSerializer<T> duplicate() {
    return this;
  }

  /** No value, as Flink may ask where it reuses objects, which records do not allow. */
  @Override
  public final T createInstance() {
    return null;
  }

  /** Values differ in length. */
  @Override
  public final int getLength() {
    return -1;
  }

  @Override
  public final boolean equals(Object other) {
    return other != null && other.getClass() == getClass();
  }

  @Override
  public final int hashCode() {
    return getClass().hashCode();
  }
}
