package io.duibiao.streaming.elasticsearch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps dead letters in this JVM, where a test finds them. */
final class CollectingDeadLetter implements DeadLetter {
  private static final long serialVersionUID = 1L;
  private static final Map<String, List<Letter>> ALL = new ConcurrentHashMap<>();

  /** One of them. */
  record Letter(IndexWrite write, String detail) {}

  private final String name = UUID.randomUUID().toString();

  CollectingDeadLetter() {
    ALL.put(name, new CopyOnWriteArrayList<>());
  }

  @Override
  public void accept(IndexWrite write, String detail) {
    ALL.get(name).add(new Letter(write, detail));
  }

  List<Letter> letters() {
    return ALL.get(name);
  }
}
