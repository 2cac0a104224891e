package io.duibiao.streaming.options;

import java.util.function.Predicate;
import org.apache.flink.configuration.ConfigOption;

/**
 * One option: Flink's typed declaration and what is needed to document and check it.
 *
 * @param config key, type, default and description
 * @param allowed the allowed values in words, for messages and documentation
 * @param valid what else a value of the type must satisfy
 * @param secret whether the value may only come from a file or the environment
 * @param text the description
 * @param <T> type of the value
 */
public record Option<T>(
    ConfigOption<T> config, String allowed, Predicate<T> valid, boolean secret, String text) {

  /** The key as written in files and after {@code --}. */
  public String key() {
    return config.key();
  }

  /** The name of the environment variable. */
  public String environmentVariable() {
    return "DUIBIAO_" + key().toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
  }

  /** The default, or null when there is none. */
  public T defaultValue() {
    return config.defaultValue();
  }
}
