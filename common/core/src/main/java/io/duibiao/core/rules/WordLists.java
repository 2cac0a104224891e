package io.duibiao.core.rules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads lists of words, and records of other forms, from the resource files beside a class. */
public final class WordLists {
  /**
   * A list.
   *
   * @param name names it within its file
   * @param reason why these words belong together
   * @param words the words
   */
  public record WordList(String name, String reason, List<String> words) {}

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private WordLists() {}

  /** All lists of a file that lies beside a class, in its order. */
  public static List<WordList> read(Class<?> owner, String file) {
    return read(owner, file, WordList.class);
  }

  /** All entries of a file that lies beside a class as records of a type, in its order. */
  public static <T> List<T> read(Class<?> owner, String file, Class<T> type) {
    JavaType list = YAML.getTypeFactory().constructCollectionType(List.class, type);
    try (InputStream in = owner.getResourceAsStream(file)) {
      return List.copyOf(YAML.<List<T>>readValue(in, list));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of one list of a file that lies beside a class. */
  public static List<String> words(Class<?> owner, String file, String name) {
    return read(owner, file).stream()
        .filter(list -> list.name().equals(name))
        .findFirst()
        .map(WordList::words)
        .orElseThrow(() -> new IllegalStateException(file + " has no list " + name));
  }
}
