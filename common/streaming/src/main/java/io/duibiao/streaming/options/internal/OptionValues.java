package io.duibiao.streaming.options.internal;

import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.options.Option;
import io.duibiao.streaming.options.ProcessingOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** What is declared, and whether given values satisfy it. */
public final class OptionValues {
  private static final Map<String, Option<?>> DECLARED = collect();

  private OptionValues() {}

  /** Every declared option. */
  public static List<Option<?>> declared() {
    return List.copyOf(DECLARED.values());
  }

  /** Whether the value of the key must not be shown nor come from a command line. */
  public static boolean secret(String key) {
    Option<?> option = DECLARED.get(key);
    if (option != null) {
      return option.secret();
    }
    String name = key.toLowerCase(Locale.ROOT);
    return name.contains("password")
        || name.contains("secret")
        || name.contains("jaas")
        || name.contains("token")
        || name.endsWith(".key");
  }

  /** Whether the key is declared or handed on to Kafka. */
  public static boolean known(String key) {
    return DECLARED.containsKey(key)
        || key.startsWith(KafkaOptions.CLIENT_PREFIX)
            && key.length() > KafkaOptions.CLIENT_PREFIX.length();
  }

  /** Refuses a key that is not known, and says which one may be meant. */
  public static void requireKnown(String key, String where) {
    if (!known(key)) {
      String meant =
          DECLARED.keySet().stream()
              .min(Comparator.comparingInt(other -> distance(key, other)))
              .filter(other -> distance(key, other) <= Math.max(2, key.length() / 4))
              .map(other -> ", did you mean " + other + "?")
              .orElse("; the options are " + String.join(", ", DECLARED.keySet()));
      throw new InvalidOptionException("unknown option " + key + where + meant);
    }
  }

  /** The values as a configuration, each checked. */
  public static Configuration check(Map<String, String> given) {
    Configuration configuration = new Configuration();
    given.forEach(
        (key, value) -> {
          requireKnown(key, "");
          Option<?> option = DECLARED.get(key);
          if (option != null) {
            set(configuration, option, value);
          }
        });
    checkTogether(configuration);
    return configuration;
  }

  private static <T> void set(Configuration configuration, Option<T> option, String text) {
    T value;
    try {
      // Flink reads commas inside one element as part of it; people write both.
      String normal =
          option.config().defaultValue() instanceof List ? text.replace(',', ';') : text.strip();
      if (option.config().defaultValue() instanceof Enum) {
        normal = normal.toUpperCase(Locale.ROOT).replace('-', '_');
      }
      configuration.setString(option.key(), normal);
      value = configuration.get(option.config());
    } catch (IllegalArgumentException e) {
      throw bad(option, text);
    }
    if (value == null || !option.valid().test(value)) {
      throw bad(option, text);
    }
  }

  private static InvalidOptionException bad(Option<?> option, String text) {
    return new InvalidOptionException(
        "option "
            + option.key()
            + (option.secret() ? " has a bad value" : " can not be '" + text + "'")
            + ", allowed: "
            + option.allowed());
  }

  private static void checkTogether(Configuration configuration) {
    var backoff = configuration.get(ElasticsearchOptions.INITIAL_BACKOFF.config());
    if (backoff.compareTo(configuration.get(ElasticsearchOptions.MAX_BACKOFF.config())) > 0) {
      throw new InvalidOptionException(
          "option elasticsearch.initial-backoff must not exceed elasticsearch.max-backoff");
    }
    var restart = configuration.get(ProcessingOptions.RESTART_INITIAL_BACKOFF.config());
    if (restart.compareTo(configuration.get(ProcessingOptions.RESTART_MAX_BACKOFF.config())) > 0) {
      throw new InvalidOptionException(
          "option restart.initial-backoff must not exceed restart.max-backoff");
    }
    var interval = configuration.get(ProcessingOptions.CHECKPOINT_INTERVAL.config());
    if (interval.compareTo(configuration.get(KafkaOptions.TRANSACTION_TIMEOUT.config())) >= 0) {
      throw new InvalidOptionException(
          "option checkpoint.interval must be shorter than kafka.transaction-timeout");
    }
    var matching = configuration.get(ProcessingOptions.MATCHING_DELAY.config());
    if (matching.compareTo(configuration.get(ProcessingOptions.QUIET_TIME.config())) >= 0) {
      throw new InvalidOptionException(
          "option assessment.matching-delay must be shorter than assessment.quiet-time");
    }
    boolean user = configuration.get(ElasticsearchOptions.USERNAME.config()) != null;
    boolean password =
        exclusive(configuration, ElasticsearchOptions.PASSWORD, ElasticsearchOptions.PASSWORD_FILE);
    boolean apiKey =
        exclusive(configuration, ElasticsearchOptions.API_KEY, ElasticsearchOptions.API_KEY_FILE);
    if (user != password) {
      throw new InvalidOptionException(
          "options elasticsearch.username and elasticsearch.password (or"
              + " elasticsearch.password-file) go together");
    }
    if (user && apiKey) {
      throw new InvalidOptionException(
          "give either elasticsearch.username or elasticsearch.api-key, not both");
    }
  }

  private static boolean exclusive(
      Configuration configuration, Option<String> value, Option<String> file) {
    boolean byValue = configuration.get(value.config()) != null;
    boolean byFile = configuration.get(file.config()) != null;
    if (byValue && byFile) {
      throw new InvalidOptionException(
          "give either " + value.key() + " or " + file.key() + ", not both");
    }
    return byValue || byFile;
  }

  private static Map<String, Option<?>> collect() {
    Map<String, Option<?>> declared = new LinkedHashMap<>();
    for (Class<?> holder :
        List.of(KafkaOptions.class, ElasticsearchOptions.class, ProcessingOptions.class)) {
      for (Field field : holder.getFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == Option.class) {
          try {
            Option<?> option = (Option<?>) field.get(null);
            declared.put(option.key(), option);
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    return declared;
  }

  /** Levenshtein distance, for suggestions. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int change = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
