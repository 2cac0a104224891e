package io.duibiao.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.fixture.EmbeddedElasticsearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each panel of each dashboard asks, under the time range and filters that the dashboard
 * stores, is answered with rows by indices that hold the sample.
 */
class PanelsTest {
  @RegisterExtension static final EmbeddedElasticsearch SERVER = EmbeddedElasticsearch.shared();

  /** Tiles that rightly show 0 for the sample, depending on the date on which this runs. */
  private static final Set<String> MAY_BE_ZERO =
      Set.of(
          "lens/duibiao-lens-disputed",
          "lens/duibiao-lens-incomparable",
          "lens/duibiao-lens-awaiting",
          "lens/duibiao-lens-overdue",
          "lens/duibiao-lens-count-withdrawn");

  private static SampleIndices indices;

  @BeforeAll
  static void index() throws Exception {
    indices = new SampleIndices(SERVER.options());
  }

  @AfterAll
  static void close() throws Exception {
    indices.close();
  }

  /** A panel where it stands. */
  private record Shown(JsonNode dashboard, JsonNode content) {
    @Override
    public String toString() {
      return dashboard.path("id").asText() + " " + Committed.key(content);
    }
  }

  static Stream<Shown> panels() {
    Map<String, JsonNode> objects = Committed.byKey();
    List<Shown> panels = new ArrayList<>();
    for (JsonNode dashboard : Committed.objects("dashboard")) {
      for (JsonNode panel : Committed.embedded(dashboard, "panelsJSON")) {
        if (!panel.path("type").asText().equals("visualization")) {
          String reference =
              panel.path("panelIndex").asText() + ":" + panel.path("panelRefName").asText();
          panels.add(new Shown(dashboard, objects.get(Committed.target(dashboard, reference))));
        }
      }
    }
    return panels.stream();
  }

  @ParameterizedTest
  @MethodSource("panels")
  void showsSomething(Shown panel) throws Exception {
    if (panel.content().path("type").asText().equals("search")) {
      search(panel);
    } else {
      lens(panel);
    }
  }

  private static void lens(Shown panel) throws Exception {
    JsonNode state = panel.content().at("/attributes/state");
    DataView view = Committed.view(panel.content(), "indexpattern-datasource-layer-layer");
    LensQuery lens = new LensQuery(state.at("/datasourceStates/formBased/layers/layer"));
    ObjectNode body = SavedObject.object().put("size", 0).put("track_total_hits", true);
    body.set("query", filtered(panel.dashboard(), view, state.at("/query/query").asText()));
    body.set("aggs", lens.aggregations());
    JsonNode answer = indices.search(view, body);
    List<List<Double>> rows = lens.rows(answer);

    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .as("a bucket without any number")
        .allMatch(row -> row.stream().anyMatch(value -> value != null));
    if (!MAY_BE_ZERO.contains(Committed.key(panel.content()))) {
      assertThat(rows).anyMatch(row -> row.stream().anyMatch(value -> value != null && value != 0));
    }
  }

  private static void search(Shown panel) throws Exception {
    JsonNode content = panel.content();
    DataView view = Committed.view(content, "kibanaSavedObjectMeta.searchSourceJSON.index");
    String kql =
        Committed.embedded(content, "kibanaSavedObjectMeta/searchSourceJSON")
            .at("/query/query")
            .asText();
    ObjectNode body = SavedObject.object().put("size", 500);
    body.set("query", filtered(panel.dashboard(), view, kql));
    var sort = body.putArray("sort");
    content
        .at("/attributes/sort")
        .forEach(s -> sort.addObject().put(s.path(0).asText(), s.path(1).asText()));
    content.at("/attributes/columns").forEach(c -> body.withArray("/fields").add(c.asText()));
    JsonNode hits = indices.search(view, body).at("/hits/hits");
    assertThat(hits).isNotEmpty();
    for (JsonNode column : content.at("/attributes/columns")) {
      boolean filled = false;
      for (JsonNode hit : hits) {
        filled |= hit.path("fields").has(column.asText());
      }
      assertThat(filled).as("column " + column.asText()).isTrue();
    }
  }

  /** The query of a panel together with the time range and the filters of its dashboard. */
  private static ObjectNode filtered(JsonNode dashboard, DataView view, String kql) {
    List<ObjectNode> parts = new ArrayList<>();
    parts.add(Kql.query(kql));
    ObjectNode range = SavedObject.object();
    range
        .putObject("range")
        .putObject(view.timeField())
        .put("gte", dashboard.at("/attributes/timeFrom").asText())
        .put("lte", dashboard.at("/attributes/timeTo").asText());
    parts.add(range);
    for (JsonNode filter :
        Committed.embedded(dashboard, "kibanaSavedObjectMeta/searchSourceJSON").path("filter")) {
      parts.add((ObjectNode) filter.path("query").deepCopy());
    }
    return LensQuery.all(parts);
  }
}
