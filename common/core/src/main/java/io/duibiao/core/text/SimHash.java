package io.duibiao.core.text;

import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * A 64-bit fingerprint of which texts that differ in a few places differ in a few bits (Charikar
 * 2002; Manku, Jain and Das Sarma 2007 for crawled pages). The features are all runs of {@value
 * #SHINGLE} characters of the folded text without spaces and punctuation, so that full-width forms,
 * traditional characters, line breaks and quotation marks make no difference.
 */
public final class SimHash {
  /**
   * The largest number of differing bits of two copies of one text. Cleaned copies of 11 reports
   * from three sites differ in at most 11 bits, reports of 231 pairs of consecutive years of one
   * region in at least 15.
   */
  public static final int MAX_DISTANCE = 11;

  private static final int SHINGLE = 4;
  private static final int BITS = 64;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private SimHash() {}

  /** The fingerprint of a text as 16 hexadecimal digits, or null for a text without words. */
  public static String of(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    CharacterFolding.fold(text)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> letters.append((char) c));
    if (letters.length() < SHINGLE) {
      return null;
    }
    int[] votes = new int[BITS];
    for (int i = 0; i + SHINGLE <= letters.length(); i++) {
      long hash = FNV_OFFSET;
      for (int k = i; k < i + SHINGLE; k++) {
        hash = (hash ^ letters.charAt(k)) * FNV_PRIME;
      }
      hash = mixed(hash);
      for (int bit = 0; bit < BITS; bit++) {
        votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
      }
    }
    long fingerprint = 0;
    for (int bit = 0; bit < BITS; bit++) {
      if (votes[bit] > 0) {
        fingerprint |= 1L << bit;
      }
    }
    return HexFormat.of().toHexDigits(fingerprint);
  }

  /**
   * The number of bits in which two fingerprints differ.
   *
   * @throws IllegalArgumentException when one is not 16 hexadecimal digits
   */
  public static int distance(String a, String b) {
    return Long.bitCount(HexFormat.fromHexDigitsToLong(a) ^ HexFormat.fromHexDigitsToLong(b));
  }

  /** Whether two fingerprints are those of copies of one text; not so what is none, or null. */
  public static boolean near(String a, String b) {
    OptionalLong first = bits(a);
    OptionalLong second = bits(b);
    return first.isPresent() && second.isPresent() && near(first.getAsLong(), second.getAsLong());
  }

  /** Whether two fingerprints, as {@link #bits}, are those of copies of one text. */
  public static boolean near(long a, long b) {
    return Long.bitCount(a ^ b) <= MAX_DISTANCE;
  }

  /** The bits of a fingerprint; nothing for null and for what is none. */
  public static OptionalLong bits(String text) {
    return isFingerprint(text)
        ? OptionalLong.of(HexFormat.fromHexDigitsToLong(text))
        : OptionalLong.empty();
  }

  private static boolean isFingerprint(String text) {
    return text != null
        && text.length() == BITS / 4
        && text.chars().allMatch(HexFormat::isHexDigit);
  }

  /** The finalizer of SplitMix64, since FNV hardly mixes the last characters into the high bits. */
  private static long mixed(long hash) {
    long z = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
