package io.duibiao.streaming.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.fixture.Elasticsearch8;
import io.duibiao.streaming.fixture.ElasticsearchServer;
import io.duibiao.streaming.fixture.EmbeddedElasticsearch;
import io.duibiao.streaming.fixture.FreePorts;
import io.duibiao.streaming.options.ElasticsearchOptions;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.record.IndexedDocument;
import io.duibiao.streaming.record.IndexedRejection;
import io.duibiao.streaming.record.RecordFields;
import io.duibiao.streaming.record.RecordJson;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexTemplatesTest {

  @ParameterizedTest
  @EnumSource(Index.class)
  void theMappingHasExactlyTheComponentsOfTheRecord(Index index) throws Exception {
    JsonNode mapping =
        RecordJson.mapper()
            .readTree(IndexTemplates.template(index, "duibiao"))
            .at("/template/mappings");

    Set<String> fields = new HashSet<>();
    mapping.path("properties").fieldNames().forEachRemaining(fields::add);
    assertThat(fields).isEqualTo(RecordFields.of(record(index)));
    assertThat(mapping.path("dynamic").asText()).isEqualTo("strict");
  }

  private static Class<?> record(Index index) {
    return switch (index) {
      case DOCUMENTS -> IndexedDocument.class;
      case STATEMENTS -> Statement.class;
      case ASSESSMENTS -> Assessment.class;
      case ALERTS -> Alert.class;
      case REJECTED -> IndexedRejection.class;
    };
  }

  @Test
  void theTemplateOfAliasesNamesThemAll() throws Exception {
    try (InputStream in =
        getClass().getResourceAsStream("/io/duibiao/streaming/elasticsearch/aliases.json")) {
      Set<String> names = new HashSet<>();
      RecordJson.mapper().readTree(in).path("index_patterns").forEach(n -> names.add(n.asText()));
      assertThat(names)
          .isEqualTo(Arrays.stream(Index.values()).map(Index::alias).collect(Collectors.toSet()));
    }
  }

  @Test
  void anUnreachableServerIsOneSentence() throws Exception {
    JobOptions options =
        JobOptions.defaults()
            .with(ElasticsearchOptions.HOSTS, "http://127.0.0.1:" + FreePorts.one());
    try (RestClient client = ElasticsearchConnection.of(options).openRestClient()) {
      assertThatThrownBy(() -> IndexTemplates.install(client, "duibiao"))
          .isInstanceOf(IndexTemplatesException.class)
          .hasMessageMatching(
              "Elasticsearch at http://127\\.0\\.0\\.1:\\d+ can not be reached: Connection refused");
    }
  }

  @Nested
  class OnVersion7 extends Installation {
    @RegisterExtension static final EmbeddedElasticsearch SERVER = EmbeddedElasticsearch.shared();

    @Override
    ElasticsearchServer server() {
      return SERVER;
    }
  }

  @Nested
  class OnVersion8 extends Installation {
    @RegisterExtension static final Elasticsearch8 SERVER = Elasticsearch8.shared();

    @Override
    ElasticsearchServer server() {
      return SERVER;
    }
  }

  abstract static class Installation {
    abstract ElasticsearchServer server();

    @Test
    void createsIndicesBehindAliasesAndIsIdempotent() throws Exception {
      try (RestClient client = ElasticsearchConnection.of(server().options()).openRestClient()) {
        assertThat(IndexTemplates.install(client, "a"))
            .containsExactly(
                "a-documents-v1-000001",
                "a-statements-v1-000001",
                "a-assessments-v1-000001",
                "a-alerts-v1-000001",
                "a-rejected-v1-000001");
        assertThat(IndexTemplates.install(client, "a")).isEmpty();

        JsonNode answer = get(client, "/a-statements/_mapping");
        JsonNode mapping = answer.path("a-statements-v1-000001").path("mappings");
        assertThat(mapping.path("dynamic").asText()).isEqualTo("strict");
        assertThat(mapping.at("/properties/value/type").asText()).isEqualTo("double");
      }
    }

    @Test
    void anIndexWithoutItsAliasGetsItBack() throws Exception {
      try (RestClient client = ElasticsearchConnection.of(server().options()).openRestClient()) {
        IndexTemplates.install(client, "b");
        client.performRequest(new Request("DELETE", "/b-alerts-v1-000001/_alias/b-alerts"));

        assertThat(IndexTemplates.install(client, "b")).isEmpty();
        assertThat(get(client, "/_alias/b-alerts").has("b-alerts-v1-000001")).isTrue();
      }
    }

    @Test
    void anOlderIndexGetsTheFieldsThatItLacks() throws Exception {
      try (RestClient client = ElasticsearchConnection.of(server().options()).openRestClient()) {
        Request older = new Request("PUT", "/d-alerts-v1-000001");
        older.setJsonEntity(
            "{\"aliases\":{\"d-alerts\":{\"is_write_index\":true}},"
                + "\"mappings\":{\"dynamic\":\"strict\","
                + "\"properties\":{\"state\":{\"type\":\"keyword\",\"ignore_above\":8000}}}}");
        client.performRequest(older);

        assertThat(IndexTemplates.install(client, "d")).doesNotContain("d-alerts-v1-000001");
        assertThat(
                get(client, "/d-alerts/_mapping")
                    .at("/d-alerts-v1-000001/mappings/properties/severity/type")
                    .asText())
            .isEqualTo("keyword");
      }
    }

    @Test
    void anOlderIndexGetsTheSettingsOfTheTemplate() throws Exception {
      try (RestClient client = ElasticsearchConnection.of(server().options()).openRestClient()) {
        Request older = new Request("PUT", "/f-alerts-v1-000001");
        older.setJsonEntity(
            "{\"aliases\":{\"f-alerts\":{\"is_write_index\":true}},"
                + "\"settings\":{\"index\":{\"gc_deletes\":\"60s\",\"number_of_shards\":2}}}");
        client.performRequest(older);

        IndexTemplates.install(client, "f");

        JsonNode settings =
            get(client, "/f-alerts/_settings").at("/f-alerts-v1-000001/settings/index");
        assertThat(settings.path("gc_deletes").asText()).isEqualTo("1h");
        assertThat(settings.path("number_of_shards").asText()).isEqualTo("2");
      }
    }

    @Test
    void noRequestMakesAnIndexOfAnAlias() throws Exception {
      try (RestClient client = ElasticsearchConnection.of(server().options()).openRestClient()) {
        IndexTemplates.install(client, "g");
        client.performRequest(new Request("DELETE", "/g-alerts-v1-000001"));
        Request delete = new Request("DELETE", "/g-alerts/_doc/1");
        delete.addParameter("version", "5");
        delete.addParameter("version_type", "external_gte");

        assertThatThrownBy(() -> client.performRequest(delete))
            .isInstanceOf(ResponseException.class)
            .hasMessageContaining("index_not_found_exception");
        assertThat(IndexTemplates.install(client, "g")).containsExactly("g-alerts-v1-000001");
      }
    }

    @Test
    void anIndexThatMustBeRebuiltIsNamed() throws Exception {
      try (RestClient client = ElasticsearchConnection.of(server().options()).openRestClient()) {
        Request other = new Request("PUT", "/e-alerts-v1-000001");
        other.setJsonEntity(
            "{\"aliases\":{\"e-alerts\":{}},"
                + "\"mappings\":{\"properties\":{\"state\":{\"type\":\"date\"}}}}");
        client.performRequest(other);

        assertThatThrownBy(() -> IndexTemplates.install(client, "e"))
            .isInstanceOf(IndexTemplatesException.class)
            .hasMessageContaining("e-alerts-v1-000001")
            .hasMessageContaining("mapper [state] cannot be changed");
      }
    }

    @Test
    void anUnknownFieldIsRefused() throws Exception {
      try (RestClient client = ElasticsearchConnection.of(server().options()).openRestClient()) {
        IndexTemplates.install(client, "c");
        Request request = new Request("PUT", "/c-alerts/_doc/1");
        request.setJsonEntity("{\"unknown\":1}");

        assertThatThrownBy(() -> client.performRequest(request))
            .isInstanceOf(ResponseException.class)
            .hasMessageContaining("strict_dynamic_mapping_exception");
      }
    }

    private static JsonNode get(RestClient client, String path) throws Exception {
      return RecordJson.mapper()
          .readTree(
              EntityUtils.toByteArray(client.performRequest(new Request("GET", path)).getEntity()));
    }
  }
}
