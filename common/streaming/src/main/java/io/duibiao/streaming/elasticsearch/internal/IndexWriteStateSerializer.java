package io.duibiao.streaming.elasticsearch.internal;

import io.duibiao.streaming.elasticsearch.IndexWrite;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/**
 * Buffered documents in checkpoints: alias, id, version and JSON, each text with its length, which
 * is -1 where there is none. Version 1 knew no documents to be deleted and else was the same.
 */
public final class IndexWriteStateSerializer extends AsyncSinkWriterStateSerializer<IndexWrite> {
  private static final int VERSION = 2;
  private static final int NOTHING = -1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public BufferedRequestState<IndexWrite> deserialize(int version, byte[] serialized)
      throws IOException {
    if (version < 1 || version > VERSION) {
      throw new IOException(
          "the checkpoint holds Elasticsearch documents in version "
              + version
              + " of their format, this program knows up to version "
              + VERSION);
    }
    // The format of the buffer around the documents is not ours and has not changed.
    return super.deserialize(VERSION, serialized);
  }

  @Override
  protected void serializeRequestToStream(IndexWrite write, DataOutputStream out)
      throws IOException {
    bytes(out, write.alias().getBytes(StandardCharsets.UTF_8));
    bytes(out, write.id().getBytes(StandardCharsets.UTF_8));
    out.writeLong(write.version());
    bytes(out, write.json());
  }

  @Override
  protected IndexWrite deserializeRequestFromStream(long requestSize, DataInputStream in)
      throws IOException {
    String alias = new String(bytes(in), StandardCharsets.UTF_8);
    String id = new String(bytes(in), StandardCharsets.UTF_8);
    long version = in.readLong();
    return new IndexWrite(alias, id, version, bytes(in));
  }

  private static void bytes(DataOutputStream out, byte[] value) throws IOException {
    out.writeInt(value == null ? NOTHING : value.length);
    if (value != null) {
      out.write(value);
    }
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == NOTHING) {
      return null;
    }
    byte[] value = in.readNBytes(length);
    if (value.length != length) {
      throw new IOException("the checkpoint ends within an Elasticsearch document");
    }
    return value;
  }
}
