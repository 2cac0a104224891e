package io.duibiao.core.extraction;

import java.util.ArrayList;
import java.util.List;

/** Compares lists as multisets. */
final class Bags {
  private Bags() {}

  /** What is left of the first when each element of the second has taken away one equal to it. */
  static <T> List<T> minus(List<T> first, List<T> second) {
    List<T> left = new ArrayList<>(first);
    second.forEach(left::remove);
    return left;
  }
}
