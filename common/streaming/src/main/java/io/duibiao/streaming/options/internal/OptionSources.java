package io.duibiao.streaming.options.internal;

import io.duibiao.streaming.options.InvalidOptionException;
import io.duibiao.streaming.options.KafkaOptions;
import io.duibiao.streaming.options.Option;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Where values come from and which of them wins. */
public final class OptionSources {
  private static final String FILE_OPTION = "options";
  private static final String FILE_VARIABLE = "DUIBIAO_OPTIONS";
  private static final String CLIENT_VARIABLE_PREFIX = "DUIBIAO_KAFKA_CLIENT_";

  private OptionSources() {}

  /** File, then environment, then arguments. */
  public static Map<String, String> collect(
      Map<String, String> environment, List<String> arguments) {
    Map<String, String> fromArguments = arguments(arguments);
    String file = fromArguments.remove(FILE_OPTION);
    if (file == null) {
      file = environment.get(FILE_VARIABLE);
    }
    Map<String, String> values = new TreeMap<>();
    if (file != null) {
      String where = " in " + file;
      properties(FILE_OPTION, file)
          .forEach(
              (key, value) -> {
                OptionValues.requireKnown(key, where);
                values.put(key, value);
              });
    }
    values.putAll(environment(environment));
    values.putAll(fromArguments);
    return values;
  }

  private static Map<String, String> arguments(List<String> arguments) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--") || argument.length() == 2) {
        throw new InvalidOptionException(
            "unexpected argument '" + argument + "', options are written --KEY VALUE");
      }
      int equals = argument.indexOf('=');
      String key = argument.substring(2, equals < 0 ? argument.length() : equals);
      if (!key.equals(FILE_OPTION)) {
        OptionValues.requireKnown(key, "");
      }
      if (OptionValues.secret(key)) {
        throw new InvalidOptionException(
            "option "
                + key
                + " is a secret: give it in a file or in the environment, not on the command"
                + " line");
      }
      if (equals >= 0) {
        values.put(key, argument.substring(equals + 1));
      } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
        values.put(key, arguments.get(++i));
      } else {
        throw new InvalidOptionException("option " + key + " lacks a value");
      }
    }
    return values;
  }

  private static Map<String, String> environment(Map<String, String> environment) {
    Map<String, String> values = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(CLIENT_VARIABLE_PREFIX)
              && !name.equals(KafkaOptions.CLIENT_PROPERTIES_FILE.environmentVariable())) {
            String property =
                name.substring(CLIENT_VARIABLE_PREFIX.length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            values.put(KafkaOptions.CLIENT_PREFIX + property, value);
          }
        });
    for (Option<?> option : OptionValues.declared()) {
      String value = environment.get(option.environmentVariable());
      if (value != null) {
        values.put(option.key(), value);
      }
    }
    return values;
  }

  /**
   * Reads a properties file in UTF-8.
   *
   * @param option the option that names the file, for the message
   */
  public static Map<String, String> properties(String option, String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidOptionException(
          "option " + option + ": the properties file '" + file + "' can not be read");
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }
}
