package io.duibiao.core.document;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a page or file whose charset nobody vouches for. In this order: byte order mark; UTF-8
 * where every byte is valid UTF-8; the charset that the transport or the page's meta tag names,
 * where the bytes are valid in it and give common characters; what ICU detects; GB18030, in which
 * nearly all Chinese pages that are not UTF-8 are written; Big5. At last the one in which most can
 * be read, with what is not valid replaced by U+FFFD.
 *
 * <p>Valid UTF-8 goes before what the page says because pages converted to UTF-8 often keep their
 * old meta tag, while text in GBK or Big5 is practically never valid UTF-8 by chance.
 */
public final class DocumentDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final int DETECTION_BYTES = 64 * 1024;
  private static final int HEAD_BYTES = 8 * 1024;

  private static final Pattern DECLARED =
      Pattern.compile("(?:charset|encoding)\\s{0,5}=\\s{0,5}[\"']?([A-Za-z0-9_:.-]{2,40})");

  private DocumentDecoder() {}

  /**
   * Decodes bytes.
   *
   * @param bytes as retrieved
   * @param contentType the Content-Type of the transport with or without charset, or null
   */
  public static DecodedText decode(byte[] bytes, String contentType) {
    Optional<DecodedText> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    List<Charset> candidates = new ArrayList<>();
    candidates.add(StandardCharsets.UTF_8);
    declared(contentType).ifPresent(candidates::add);
    declared(new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1))
        .ifPresent(candidates::add);
    detected(bytes).ifPresent(candidates::add);
    candidates.add(GB18030);
    candidates.add(BIG5);
    Charset valid = null;
    for (Charset candidate : candidates) {
      Optional<String> text = strictly(bytes, candidate);
      if (text.isPresent()) {
        if (candidate.equals(StandardCharsets.UTF_8) || GarbledText.isReadable(text.get())) {
          return new DecodedText(text.get(), candidate.name());
        }
        valid = valid == null ? candidate : valid;
      }
    }
    Charset fallback = mostReadable(bytes, candidates, valid);
    return new DecodedText(new String(bytes, fallback), fallback.name());
  }

  private static Optional<DecodedText> byMark(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(after(bytes, 3, StandardCharsets.UTF_8));
    }
    if (startsWith(bytes, 0x84, 0x31, 0x95, 0x33)) {
      return Optional.of(after(bytes, 4, GB18030));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(after(bytes, 2, StandardCharsets.UTF_16BE));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(after(bytes, 2, StandardCharsets.UTF_16LE));
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static DecodedText after(byte[] bytes, int start, Charset charset) {
    return new DecodedText(new String(bytes, start, bytes.length - start, charset), charset.name());
  }

  private static Optional<Charset> declared(String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher matcher = DECLARED.matcher(text);
    return matcher.find() ? named(matcher.group(1)) : Optional.empty();
  }

  /** GB18030 for all of its subsets: pages that say gb2312 use characters beyond it. */
  private static Optional<Charset> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("gb") || lower.equals("x-gbk") || lower.equals("cp936")) {
      return Optional.of(GB18030);
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> detected(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    byte[] sample = bytes;
    if (bytes.length > DETECTION_BYTES) {
      sample = new byte[DETECTION_BYTES];
      System.arraycopy(bytes, 0, sample, 0, DETECTION_BYTES);
    }
    detector.setText(sample);
    CharsetMatch match = detector.detect();
    // Below a certain confidence the detector answers with single-byte charsets, valid for any
    // bytes.
    return match == null
            || match.getConfidence() < 30
            || match.getName().startsWith("ISO-8859")
            || match.getName().startsWith("windows-125")
            || match.getName().startsWith("IBM")
        ? Optional.empty()
        : named(match.getName());
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      CharBuffer text = decoder.decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * The charset in which most can be read; of those that read alike the one in which the bytes are
   * valid, or that GB18030 is.
   */
  private static Charset mostReadable(byte[] bytes, List<Charset> candidates, Charset valid) {
    Charset best = valid == null ? GB18030 : valid;
    int most = GarbledText.readability(new String(bytes, best));
    for (Charset candidate : candidates) {
      int readable = GarbledText.readability(new String(bytes, candidate));
      if (readable > most) {
        most = readable;
        best = candidate;
      }
    }
    return best;
  }
}
