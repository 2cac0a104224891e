package io.duibiao.streaming.options.internal;

import io.duibiao.streaming.options.Option;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** The forms that options come in. */
public final class Declare {
  private Declare() {}

  /** A text; {@code defaultValue} null means that there is none. */
  public static Option<String> text(
      String key, String defaultValue, String allowed, String description) {
    return text(key, defaultValue, allowed, description, false);
  }

  /** A text that a regular expression describes. */
  public static Option<String> matching(
      String key, String defaultValue, String pattern, String allowed, String description) {
    Pattern compiled = Pattern.compile(pattern);
    return new Option<>(
        ConfigOptions.key(key).stringType().defaultValue(defaultValue).withDescription(description),
        allowed,
        value -> compiled.matcher(value).matches(),
        false,
        description);
  }

  /** A text that must not be seen. */
  public static Option<String> secret(String key, String description) {
    return text(key, null, "any text", description, true);
  }

  private static Option<String> text(
      String key, String defaultValue, String allowed, String description, boolean secret) {
    var typed = ConfigOptions.key(key).stringType();
    ConfigOption<String> config =
        defaultValue == null ? typed.noDefaultValue() : typed.defaultValue(defaultValue);
    return new Option<>(
        config.withDescription(description), allowed, value -> true, secret, description);
  }

  /** A list of texts, written with semicolons or commas between. */
  public static Option<List<String>> list(
      String key, String defaultValue, String allowed, String description) {
    return new Option<>(
        ConfigOptions.key(key)
            .stringType()
            .asList()
            .defaultValues(defaultValue)
            .withDescription(description),
        allowed,
        value -> !value.isEmpty(),
        false,
        description);
  }

  /** A whole number between two bounds, both allowed. */
  public static Option<Integer> number(
      String key, Integer defaultValue, int least, int most, String description) {
    var typed = ConfigOptions.key(key).intType();
    ConfigOption<Integer> config =
        defaultValue == null ? typed.noDefaultValue() : typed.defaultValue(defaultValue);
    String allowed =
        most == Integer.MAX_VALUE
            ? "a whole number from " + least
            : "a whole number from " + least + " to " + most;
    return new Option<>(
        config.withDescription(description),
        allowed,
        value -> value >= least && value <= most,
        false,
        description);
  }

  /** A duration above zero, with an upper bound. */
  public static Option<Duration> duration(
      String key, Duration defaultValue, Duration most, String description) {
    String allowed =
        "a duration such as 500 ms, 10 s or 5 min"
            + (most == null ? "" : ", at most " + Format.duration(most));
    return new Option<>(
        ConfigOptions.key(key)
            .durationType()
            .defaultValue(defaultValue)
            .withDescription(description),
        allowed,
        value ->
            !value.isNegative() && !value.isZero() && (most == null || value.compareTo(most) <= 0),
        false,
        description);
  }

  /** A size in memory between two bounds, both allowed. */
  public static Option<MemorySize> size(
      String key, String defaultValue, String most, String description) {
    MemorySize limit = MemorySize.parse(most);
    return new Option<>(
        ConfigOptions.key(key)
            .memoryType()
            .defaultValue(MemorySize.parse(defaultValue))
            .withDescription(description),
        "a size such as 512 kb or 5 mb, at most " + Format.size(limit),
        value -> value.getBytes() > 0 && value.compareTo(limit) <= 0,
        false,
        description);
  }

  /** One constant of an enum, written in lower case with hyphens. */
  public static <E extends Enum<E>> Option<E> choice(
      String key, Class<E> type, E defaultValue, String description) {
    String allowed =
        Arrays.stream(type.getEnumConstants())
            .map(Format::choice)
            .collect(Collectors.joining(", "));
    return new Option<>(
        ConfigOptions.key(key)
            .enumType(type)
            .defaultValue(defaultValue)
            .withDescription(description),
        allowed,
        value -> true,
        false,
        description);
  }

  /** How values are written, in documentation and in messages. */
  static final class Format {
    private Format() {}

    static String choice(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String duration(Duration value) {
      long millis = value.toMillis();
      if (millis % 86_400_000 == 0) {
        return millis / 86_400_000 + " d";
      }
      if (millis % 3_600_000 == 0) {
        return millis / 3_600_000 + " h";
      }
      if (millis % 60_000 == 0) {
        return millis / 60_000 + " min";
      }
      return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    static String size(MemorySize value) {
      long bytes = value.getBytes();
      if (bytes % (1 << 20) == 0) {
        return bytes / (1 << 20) + " mb";
      }
      return bytes % 1024 == 0 ? bytes / 1024 + " kb" : bytes + " b";
    }

    static String value(Object value) {
      if (value instanceof Duration duration) {
        return duration(duration);
      }
      if (value instanceof MemorySize size) {
        return size(size);
      }
      if (value instanceof Enum<?> constant) {
        return choice(constant);
      }
      if (value instanceof List<?> list) {
        return list.stream().map(Object::toString).collect(Collectors.joining(","));
      }
      return String.valueOf(value);
    }
  }
}
