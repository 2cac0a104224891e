package io.duibiao.local.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells files that hold no text, whatever their name says, by their first bytes. */
final class BinaryContent {
  private static final Map<String, String> MAGIC = new LinkedHashMap<>();

  static {
    MAGIC.put("%PDF-", "a PDF");
    MAGIC.put("PK\u0003\u0004", "a ZIP archive or an Office document");
    MAGIC.put("\u00D0\u00CF\u0011\u00E0", "an Office document");
    MAGIC.put("{\\rtf", "an RTF document");
    MAGIC.put("\u001F\u008B", "a gzip archive");
    MAGIC.put("\u0089PNG", "an image");
    MAGIC.put("\u00FF\u00D8\u00FF", "an image");
    MAGIC.put("GIF8", "an image");
  }

  private static final int SAMPLE = 64 * 1024;

  private BinaryContent() {}

  /** What it is, as in “a PDF”; empty for text. */
  static Optional<String> describe(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE);
    String head = new String(bytes, 0, Math.min(length, 16), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> entry : MAGIC.entrySet()) {
      if (head.startsWith(entry.getKey())) {
        return Optional.of(entry.getValue());
      }
    }
    if (isUtf16(head)) {
      return Optional.empty();
    }
    int controls = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i];
      if (b == 0 || (b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f')) {
        controls++;
      }
    }
    // Pages may have a stray control character; a binary file is full of them.
    return controls > length / 100 ? Optional.of("binary") : Optional.empty();
  }

  private static boolean isUtf16(String head) {
    return head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE");
  }
}
