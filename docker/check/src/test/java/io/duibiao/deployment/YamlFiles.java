package io.duibiao.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML files as JSON, anchors and merges resolved. */
final class YamlFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private YamlFiles() {}

  /** The only document of a file. */
  static JsonNode read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return JSON.valueToTree(yaml().load(in));
    }
  }

  /** The only document of a stream. */
  static JsonNode read(InputStream in) {
    return JSON.valueToTree(yaml().load(in));
  }

  /** All documents of a file. */
  static List<JsonNode> readAll(Path file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      yaml().loadAll(in).forEach(document -> documents.add(JSON.valueToTree(document)));
    }
    return documents;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    // A key that is written twice is a mistake, and the later one would win in silence.
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(200);
    options.setCodePointLimit(10_000_000);
    return new Yaml(new SafeConstructor(options));
  }
}
