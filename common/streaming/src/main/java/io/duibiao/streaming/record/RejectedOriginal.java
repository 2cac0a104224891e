package io.duibiao.streaming.record;

import java.util.Arrays;

/** What a rejection keeps of the record that was rejected. */
public final class RejectedOriginal {
  /** What is kept of a larger original, so that the rejection itself still fits its topic. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  private RejectedOriginal() {}

  /** The size in bytes of an original; 0 for a tombstone, which is null. */
  static long size(byte[] original) {
    return original == null ? 0 : original.length;
  }

  /** The original, or its first {@link #MAX_BYTES} when it has more; null stays null. */
  static byte[] cut(byte[] original) {
    return original != null && original.length > MAX_BYTES
        ? Arrays.copyOf(original, MAX_BYTES)
        : original;
  }
}
