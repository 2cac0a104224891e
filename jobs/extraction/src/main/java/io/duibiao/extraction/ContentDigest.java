package io.duibiao.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Recognises a document that was published again without a change of one byte, so that it need not
 * be read again.
 */
final class ContentDigest {
  private ContentDigest() {}

  /**
   * SHA-256 in hex over all that an extraction depends on: content, metadata and catalog, but
   * neither the id (digests are kept per id) nor the time of retrieval.
   *
   * @param catalog tells catalogs apart, or null for the one that the job was started with
   */
  static String of(Document document, String catalog) {
    MessageDigest digest = Sha256.start();
    add(digest, document.url());
    add(digest, document.title());
    add(digest, document.publisher());
    add(digest, document.publishedAt() == null ? null : document.publishedAt().toString());
    add(digest, document.contentType());
    add(digest, document.region());
    add(digest, document.content());
    add(digest, catalog);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 in hex. */
  static String of(String text) {
    MessageDigest digest = Sha256.start();
    add(digest, text);
    return HexFormat.of().formatHex(digest.digest());
  }

  // The length in front keeps ("ab", "c") and ("a", "bc") apart, -1 keeps null and "" apart.
  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).array());
    digest.update(bytes);
  }
}
