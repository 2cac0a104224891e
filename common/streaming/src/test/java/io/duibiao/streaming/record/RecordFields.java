package io.duibiao.streaming.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names under which a record is written: its components, and what it derives from them. */
public final class RecordFields {
  private RecordFields() {}

  /** The names, sorted. */
  public static SortedSet<String> of(Class<?> record) {
    SortedSet<String> names = new TreeSet<>();
    Stream.of(record.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
    Stream.of(record.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(JsonProperty.class))
        .map(Method::getName)
        .forEach(names::add);
    return names;
  }
}
