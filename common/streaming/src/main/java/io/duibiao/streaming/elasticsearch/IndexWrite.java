package io.duibiao.streaming.elasticsearch;

import io.duibiao.core.text.Sha256;
import io.duibiao.streaming.record.RecordJson;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * One whole document to be put into an index, replacing what is there unless that is newer; or,
 * likewise, a document to be deleted.
 *
 * @param alias the alias of the index
 * @param id the document's id in the index, at most {@link #MAX_ID_BYTES}
 * @param version the external version: not less than that of what it replaces, from 0
 * @param json the document as UTF-8 JSON; null to delete it
 */
public record IndexWrite(String alias, String id, long version, byte[] json)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The longest id that Elasticsearch accepts, in bytes of UTF-8. */
  public static final int MAX_ID_BYTES = 512;

  /** What a bulk request adds to each document, roughly. */
  private static final int ENVELOPE_BYTES = 150;

  private static final int KEPT_ID_CHARACTERS = 100;

  /** Checks that nothing is missing. */
  public IndexWrite {
    Objects.requireNonNull(alias, "alias");
    Objects.requireNonNull(id, "id");
  }

  /**
   * A record as a document.
   *
   * @param alias the alias of the index
   * @param id the record's id; shortened by {@link #documentId} when too long
   * @param version the external version
   * @param element the record, written by {@link RecordJson}
   */
  public static IndexWrite of(String alias, String id, long version, Object element) {
    return new IndexWrite(alias, documentId(id), version, RecordJson.write(element));
  }

  /** A record's document to be deleted, under the same rules of version and id. */
  public static IndexWrite delete(String alias, String id, long version) {
    return new IndexWrite(alias, documentId(id), version, null);
  }

  /** Whether it takes a document away. */
  public boolean deletes() {
    return json == null;
  }

  /**
   * The id that a record has in an index: its own, or, where that is too long for Elasticsearch,
   * its beginning and a digest of the whole.
   */
  public static String documentId(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAX_ID_BYTES) {
      return id;
    }
    int end = KEPT_ID_CHARACTERS;
    if (Character.isHighSurrogate(id.charAt(end - 1))) {
      end--;
    }
    return id.substring(0, end) + "~" + Sha256.hex(id);
  }

  /** About how much it adds to a request, in bytes. */
  public long sizeInBytes() {
    return (json == null ? 0 : json.length) + alias.length() + 3L * id.length() + ENVELOPE_BYTES;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndexWrite that
        && version == that.version
        && alias.equals(that.alias)
        && id.equals(that.id)
        && Arrays.equals(json, that.json);
  }

  @Override
  public int hashCode() {
    return Objects.hash(alias, id, version) + 31 * Arrays.hashCode(json);
  }

  @Override
  public String toString() {
    return (json == null ? "-" : "") + alias + "/" + id + "@" + version;
  }
}
