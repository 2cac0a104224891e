package io.duibiao.core.assessment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the lists of words beside this class. */
final class WordLists {
  /**
   * A list.
   *
   * @param name names it within its file
   * @param reason why these words belong together
   * @param words the words
   */
  record WordList(String name, String reason, List<String> words) {}

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private WordLists() {}

  /** All lists of a file, in its order. */
  static List<WordList> read(String file) {
    return read(file, WordList.class);
  }

  /** All entries of a file as records of a type, in its order. */
  static <T> List<T> read(String file, Class<T> type) {
    JavaType list = YAML.getTypeFactory().constructCollectionType(List.class, type);
    try (InputStream in = WordLists.class.getResourceAsStream(file)) {
      return List.copyOf(YAML.<List<T>>readValue(in, list));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of one list of a file. */
  static List<String> words(String file, String name) {
    return read(file).stream()
        .filter(list -> list.name().equals(name))
        .findFirst()
        .map(WordList::words)
        .orElseThrow(() -> new IllegalStateException(file + " has no list " + name));
  }
}
