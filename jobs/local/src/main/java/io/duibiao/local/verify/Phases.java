package io.duibiao.local.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the time of a round goes. */
final class Phases {
  private final Map<String, Long> millis = new LinkedHashMap<>();
  private long last = System.nanoTime();

  /** What was done since the one before, or since the beginning. */
  void ended(String phase) {
    long now = System.nanoTime();
    millis.merge(phase, (now - last) / 1_000_000, Long::sum);
    last = now;
  }

  @Override
  public String toString() {
    return millis.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue() + " ms")
        .collect(Collectors.joining(", "));
  }
}
