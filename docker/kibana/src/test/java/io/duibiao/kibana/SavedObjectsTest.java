package io.duibiao.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The committed objects are those that the source makes, and are whole in themselves. */
class SavedObjectsTest {
  private static final Map<String, String> VERSIONS =
      Map.of(
          "index-pattern", "8.0.0",
          "lens", "8.9.0",
          "search", "8.0.0",
          "visualization", "8.5.0",
          "dashboard", "8.9.0");

  @Test
  void theCommittedFileIsWhatTheSourceMakes() {
    assertThat(Committed.text())
        .as("run with -Dduibiao.update-kibana=true after a change")
        .isEqualTo(Main.text());
  }

  @Test
  void everyObjectHasItsVersionsAndAnIdOfItsOwn() {
    List<String> keys = new ArrayList<>();
    for (JsonNode object : Committed.objects()) {
      keys.add(Committed.key(object));
      assertThat(object.path("coreMigrationVersion").asText()).isEqualTo("8.8.0");
      assertThat(object.path("typeMigrationVersion").asText())
          .as(Committed.key(object))
          .isEqualTo(VERSIONS.get(object.path("type").asText()));
      assertThat(object.path("id").asText()).matches("[a-z0-9-]+");
    }
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(Committed.objects("index-pattern")).hasSize(5);
    assertThat(Committed.objects("search")).hasSize(5);
    assertThat(Committed.objects("dashboard")).hasSize(4);
  }

  @Test
  void whatIsReferredToIsThereAndWhatIsNamedIsReferredTo() {
    Map<String, JsonNode> objects = Committed.byKey();
    for (JsonNode object : objects.values()) {
      List<String> names = new ArrayList<>();
      for (JsonNode reference : object.path("references")) {
        assertThat(objects).containsKey(Committed.key(reference));
        names.add(reference.path("name").asText());
      }
      assertThat(names)
          .as(Committed.key(object))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(namesWithin(object));
    }
  }

  /** The names that the content of an object gives to what it needs. */
  private static List<String> namesWithin(JsonNode object) {
    List<String> names = new ArrayList<>();
    switch (object.path("type").asText()) {
      case "lens" ->
          object
              .at("/attributes/state/datasourceStates/formBased/layers")
              .fieldNames()
              .forEachRemaining(id -> names.add("indexpattern-datasource-layer-" + id));
      case "search" ->
          names.add(
              Committed.embedded(object, "kibanaSavedObjectMeta/searchSourceJSON")
                  .path("indexRefName")
                  .asText());
      case "dashboard" -> {
        for (JsonNode panel : Committed.embedded(object, "panelsJSON")) {
          String index = panel.path("panelIndex").asText();
          assertThat(panel.at("/gridData/i").asText()).isEqualTo(index);
          names.add(index + ":" + panel.path("panelRefName").asText());
          for (JsonNode event : panel.at("/embeddableConfig/enhancements/dynamicActions/events")) {
            String factory = event.at("/action/factoryId").asText();
            names.add(
                index
                    + ":drilldown:"
                    + factory
                    + ":"
                    + event.path("eventId").asText()
                    + ":dashboardId");
          }
        }
        Committed.embedded(object, "controlGroupInput/panelsJSON")
            .fieldNames()
            .forEachRemaining(id -> names.add("controlGroup_" + id + ":optionsListDataView"));
        for (JsonNode filter :
            Committed.embedded(object, "kibanaSavedObjectMeta/searchSourceJSON").path("filter")) {
          names.add(filter.at("/meta/indexRefName").asText());
        }
      }
      default -> {}
    }
    return names;
  }

  @Test
  void everyPanelIsOfTheTypeThatItRefersTo() {
    for (JsonNode dashboard : Committed.objects("dashboard")) {
      for (JsonNode panel : Committed.embedded(dashboard, "panelsJSON")) {
        String target =
            Committed.target(
                dashboard,
                panel.path("panelIndex").asText() + ":" + panel.path("panelRefName").asText());
        assertThat(target).startsWith(panel.path("type").asText() + "/");
      }
    }
  }

  @Test
  void everyPanelIsUsed() {
    TreeSet<String> referred = new TreeSet<>();
    for (JsonNode object : Committed.objects()) {
      object.path("references").forEach(reference -> referred.add(Committed.key(reference)));
    }
    // The statements are opened from links in tables.
    referred.add("search/" + Searches.STATEMENTS_ID);
    for (JsonNode object : Committed.objects()) {
      if (!object.path("type").asText().equals("dashboard")) {
        assertThat(referred).contains(Committed.key(object));
      }
    }
  }

  @Test
  void panelsFillTheGridAndDoNotOverlap() {
    for (JsonNode dashboard : Committed.objects("dashboard")) {
      boolean[][] taken = new boolean[400][Dashboard.GRID_COLUMNS];
      int bottom = 0;
      int area = 0;
      for (JsonNode panel : Committed.embedded(dashboard, "panelsJSON")) {
        JsonNode grid = panel.path("gridData");
        int x = grid.path("x").asInt();
        int y = grid.path("y").asInt();
        int width = grid.path("w").asInt();
        int height = grid.path("h").asInt();
        assertThat(x + width).isLessThanOrEqualTo(Dashboard.GRID_COLUMNS);
        for (int row = y; row < y + height; row++) {
          for (int column = x; column < x + width; column++) {
            assertThat(taken[row][column]).as(panel.path("title").asText()).isFalse();
            taken[row][column] = true;
          }
        }
        bottom = Math.max(bottom, y + height);
        area += width * height;
      }
      assertThat(area).isEqualTo(bottom * Dashboard.GRID_COLUMNS);
    }
  }

  @Test
  void columnsOfTablesLeaveRoomForTheTextAtTheWidthOfTheirPanel() {
    Map<String, JsonNode> objects = Committed.byKey();
    for (JsonNode dashboard : Committed.objects("dashboard")) {
      for (JsonNode panel : Committed.embedded(dashboard, "panelsJSON")) {
        if (!panel.path("type").asText().equals("search")) {
          continue;
        }
        JsonNode search =
            objects.get(
                Committed.target(
                    dashboard,
                    panel.path("panelIndex").asText() + ":" + panel.path("panelRefName").asText()));
        int fixed = 0;
        for (JsonNode width : search.at("/attributes/grid/columns")) {
          fixed += width.path("width").asInt();
        }
        // A window of 1400 pixels less margins, and the column of buttons at the left.
        int room = 1380 * panel.at("/gridData/w").asInt() / Dashboard.GRID_COLUMNS - 60;
        int free = search.at("/attributes/columns").size() + 1;
        free -= search.at("/attributes/grid/columns").size();
        assertThat(room - fixed)
            .as(Committed.key(search) + " on " + Committed.key(dashboard))
            .isGreaterThanOrEqualTo(150 * free);
      }
    }
  }

  @Test
  void allLabelsAreChinese() {
    for (JsonNode object : Committed.objects()) {
      JsonNode attributes = object.path("attributes");
      String title =
          attributes.has("name")
              ? attributes.path("name").asText()
              : attributes.path("title").asText();
      assertThat(title).as(Committed.key(object)).matches(".*\\p{IsHan}.*");
      for (JsonNode column :
          attributes.at("/state/datasourceStates/formBased/layers/layer/columns")) {
        assertThat(column.path("label").asText()).matches(".*\\p{IsHan}.*");
      }
    }
  }

  @Test
  void noFieldIsComputedByKibana() {
    for (JsonNode view : Committed.objects("index-pattern")) {
      assertThat(view.at("/attributes/runtimeFieldMap").asText()).isEqualTo("{}");
      assertThat(view.at("/attributes/fields").asText()).isEqualTo("[]");
    }
    assertThat(Committed.text()).doesNotContain("\"script\"").doesNotContain("runtime_mappings");
  }
}
