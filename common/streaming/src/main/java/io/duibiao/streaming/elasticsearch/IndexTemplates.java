package io.duibiao.streaming.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.record.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/**
 * The index templates and their installation. The JSON files on the class path are the only copy;
 * deployments that install them by other means take them from there.
 *
 * <p>Numbers of statements are mapped as {@code double}: {@code scaled_float} would need the module
 * mapper-extras, which minimal distributions of 8.x lack, and would cap amounts in 元; the exact
 * decimal stays in {@code _source}.
 */
public final class IndexTemplates {
  private static final String ALIASES = "/io/duibiao/streaming/elasticsearch/aliases.json";

  /** What no index can change once it is there. */
  private static final List<String> FIXED_SETTINGS = List.of("number_of_shards");

  private IndexTemplates() {}

  /** The template of an index with the given prefix, as its JSON. */
  public static String template(Index index, String prefix) {
    return read(index, prefix).toString();
  }

  /**
   * Creates or updates the templates, creates the indices and aliases that are missing, and gives
   * existing indices the fields that they lack and the settings of the templates. Safe to call
   * again and from several processes at once. Works with Elasticsearch 7.17 and 8.x.
   *
   * @param client a client that stays open
   * @param prefix first part of all names, see {@code elasticsearch.index-prefix}
   * @return the indices that were created
   * @throws IndexTemplatesException when Elasticsearch can not be reached or refuses
   */
  public static List<String> install(RestClient client, String prefix)
      throws IndexTemplatesException {
    List<String> created = new ArrayList<>();
    try {
      put(client, "/_index_template/" + prefix + "-aliases", aliases(prefix));
      for (Index index : Index.values()) {
        ObjectNode template = read(index, prefix);
        put(client, "/_index_template/" + index.templateName(prefix), template);
        String alias = index.alias(prefix);
        List<String> behind = behind(client, alias);
        if (behind.isEmpty()) {
          if (create(client, index.firstIndex(prefix), alias)) {
            created.add(index.firstIndex(prefix));
          }
        } else {
          for (String concrete : behind) {
            addFields(client, concrete, template.at("/template/mappings"));
            changeSettings(client, concrete, template.at("/template/settings/index"));
          }
        }
      }
    } catch (ResponseException e) {
      throw new IndexTemplatesException(
          "Elasticsearch at " + address(client) + " refuses: " + reason(e), e);
    } catch (IOException e) {
      throw new IndexTemplatesException(
          "Elasticsearch at " + address(client) + " can not be reached: " + e.getMessage(), e);
    }
    return created;
  }

  private static String address(RestClient client) {
    return client.getNodes().stream()
        .map(node -> node.getHost().toURI())
        .collect(Collectors.joining(", "));
  }

  private static void addFields(RestClient client, String index, JsonNode mappings)
      throws IOException, IndexTemplatesException {
    try {
      put(client, "/" + index + "/_mapping", mappings);
    } catch (ResponseException e) {
      throw new IndexTemplatesException(
          "index "
              + index
              + " has an older mapping and must be rebuilt under another name behind its alias: "
              + reason(e),
          e);
    }
  }

  /** An index keeps the settings of the template that it was created with. */
  private static void changeSettings(RestClient client, String index, JsonNode settings)
      throws IOException {
    ObjectNode dynamic = settings.deepCopy();
    dynamic.remove(FIXED_SETTINGS);
    put(
        client,
        "/" + index + "/_settings",
        RecordJson.mapper().createObjectNode().set("index", dynamic));
  }

  private static List<String> behind(RestClient client, String alias) throws IOException {
    try {
      JsonNode answer = json(client.performRequest(new Request("GET", "/_alias/" + alias)));
      List<String> names = new ArrayList<>();
      answer.fieldNames().forEachRemaining(names::add);
      return names;
    } catch (ResponseException e) {
      if (e.getResponse().getStatusLine().getStatusCode() == 404) {
        return List.of();
      }
      throw e;
    }
  }

  /** False when another process was faster or the index is there without its alias. */
  private static boolean create(RestClient client, String name, String alias) throws IOException {
    ObjectNode body = RecordJson.mapper().createObjectNode();
    body.putObject("aliases").putObject(alias).put("is_write_index", true);
    try {
      put(client, "/" + name, body);
      return true;
    } catch (ResponseException e) {
      if (!reason(e).contains("resource_already_exists_exception")) {
        throw e;
      }
      ObjectNode writeIndex = RecordJson.mapper().createObjectNode().put("is_write_index", true);
      put(client, "/" + name + "/_alias/" + alias, writeIndex);
      return false;
    }
  }

  private static void put(RestClient client, String path, JsonNode body) throws IOException {
    Request request = new Request("PUT", path);
    request.setJsonEntity(body.toString());
    EntityUtils.consume(client.performRequest(request).getEntity());
  }

  private static JsonNode json(Response response) throws IOException {
    return RecordJson.mapper().readTree(EntityUtils.toByteArray(response.getEntity()));
  }

  private static String reason(ResponseException e) {
    int status = e.getResponse().getStatusLine().getStatusCode();
    try {
      JsonNode error = json(e.getResponse()).path("error");
      if (error.has("type")) {
        return "status "
            + status
            + ", "
            + error.path("type").asText()
            + ": "
            + error.path("reason").asText();
      }
    } catch (IOException | RuntimeException unreadable) {
      // The status alone has to do.
    }
    return "status " + status + " for " + e.getResponse().getRequestLine().getUri();
  }

  private static ObjectNode read(Index index, String prefix) {
    ObjectNode template = read(index.templateResource());
    template.putArray("index_patterns").add(index.pattern(prefix));
    return template;
  }

  private static ObjectNode aliases(String prefix) {
    ObjectNode template = read(ALIASES);
    ArrayNode names = template.putArray("index_patterns");
    for (Index index : Index.values()) {
      names.add(index.alias(prefix));
    }
    return template;
  }

  private static ObjectNode read(String resource) {
    try (InputStream in = IndexTemplates.class.getResourceAsStream(resource)) {
      return (ObjectNode) RecordJson.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
