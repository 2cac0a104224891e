package io.duibiao.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A dashboard: rows of panels on a grid of 48 columns, controls above them. */
final class Dashboard {
  static final int GRID_COLUMNS = 48;

  /** Periods reach into the years to come: five-year plans. */
  static final String ALL_YEARS_FROM = "now-15y/y";

  static final String ALL_YEARS_TO = "now+10y/y";

  private static final String VERSION = "8.9.0";

  /**
   * Where a click may lead.
   *
   * @param target the id of the other dashboard
   * @param label what the menu says
   */
  record Drilldown(String target, String label) {}

  /**
   * A panel.
   *
   * @param content a Lens panel, a saved search or a text
   * @param width in columns of the grid
   * @param title above the panel; empty for none
   * @param drilldowns where a click may lead
   */
  record Panel(SavedObject content, int width, String title, List<Drilldown> drilldowns) {
    static Panel of(SavedObject content, int width, Drilldown... drilldowns) {
      return new Panel(
          content, width, content.attributes().path("title").asText(), List.of(drilldowns));
    }

    /** Without a title, for panels that say themselves what they show. */
    static Panel bare(SavedObject content, int width) {
      return new Panel(content, width, "", List.of());
    }
  }

  private final String id;
  private final String title;
  private final String description;
  private final String from;
  private final String to;
  private final ArrayNode panels = JsonNodeFactory.instance.arrayNode();
  private final ObjectNode controls = SavedObject.object();
  private final List<ObjectNode> filters = new ArrayList<>();
  private final List<SavedObject.Reference> references = new ArrayList<>();
  private int y;

  Dashboard(String id, String title, String description, String from, String to) {
    this.id = id;
    this.title = title;
    this.description = description;
    this.from = from;
    this.to = to;
  }

  /** Adds a row of panels below those there are; a unit of height is 20 pixels. */
  Dashboard row(int height, Panel... row) {
    int x = 0;
    for (Panel panel : row) {
      add(panel, x, height);
      x += panel.width();
    }
    y += height;
    return this;
  }

  private void add(Panel panel, int x, int height) {
    SavedObject content = panel.content();
    String index = Integer.toString(panels.size() + 1);
    ObjectNode json = panels.addObject();
    ObjectNode config = json.putObject("embeddableConfig");
    ObjectNode enhancements = config.putObject("enhancements");
    if (!panel.drilldowns().isEmpty()) {
      ArrayNode events = enhancements.putObject("dynamicActions").putArray("events");
      for (Drilldown drilldown : panel.drilldowns()) {
        String event = id + "-" + index + "-" + (events.size() + 1);
        ObjectNode action =
            events
                .addObject()
                .put("eventId", event)
                .set("triggers", SavedObject.array("FILTER_TRIGGER"));
        action
            .putObject("action")
            .put("factoryId", "DASHBOARD_TO_DASHBOARD_DRILLDOWN")
            .put("name", drilldown.label())
            .putObject("config")
            .put("openInNewTab", false)
            .put("useCurrentDateRange", true)
            .put("useCurrentFilters", true);
        references.add(
            new SavedObject.Reference(
                index + ":drilldown:DASHBOARD_TO_DASHBOARD_DRILLDOWN:" + event + ":dashboardId",
                SavedObject.Type.DASHBOARD,
                drilldown.target()));
      }
    }
    config.put("hidePanelTitles", panel.title().isEmpty());
    json.putObject("gridData")
        .put("h", height)
        .put("i", index)
        .put("w", panel.width())
        .put("x", x)
        .put("y", y);
    json.put("panelIndex", index).put("panelRefName", "panel_" + index);
    if (!panel.title().isEmpty()) {
      json.put("title", panel.title());
    }
    json.put("type", content.type().code).put("version", VERSION);
    references.add(
        new SavedObject.Reference(index + ":panel_" + index, content.type(), content.id()));
  }

  /** Adds a list of the values of a field to filter by. */
  Dashboard control(String name, DataView view, String field, boolean ascending) {
    String control = id + "-control-" + (controls.size() + 1);
    ObjectNode json =
        controls
            .putObject(control)
            .put("grow", true)
            .put("order", controls.size() - 1)
            .put("type", "optionsListControl")
            .put("width", "medium");
    ObjectNode input = json.putObject("explicitInput");
    input.putObject("enhancements");
    input.put("fieldName", field).put("id", control);
    input.putArray("selectedOptions");
    input.putObject("sort").put("by", "_key").put("direction", ascending ? "asc" : "desc");
    input.put("title", name);
    references.add(view.reference("controlGroup_" + control + ":optionsListDataView"));
    return this;
  }

  /** Adds a filter that whoever opens the dashboard finds set and may change. */
  Dashboard filter(DataView view, String field, String value) {
    String name =
        "kibanaSavedObjectMeta.searchSourceJSON.filter[" + filters.size() + "].meta.index";
    ObjectNode filter = SavedObject.object();
    filter.putObject("$state").put("store", "appState");
    ObjectNode meta = filter.putObject("meta");
    meta.putNull("alias")
        .put("disabled", false)
        .put("field", field)
        .put("indexRefName", name)
        .put("key", field)
        .put("negate", false)
        .putObject("params")
        .put("query", value);
    meta.put("type", "phrase");
    filter.putObject("query").putObject("match_phrase").put(field, value);
    filters.add(filter);
    references.add(view.reference(name));
    return this;
  }

  SavedObject savedObject() {
    ObjectNode attributes = SavedObject.object();
    ObjectNode ignored =
        SavedObject.object()
            .put("ignoreFilters", false)
            .put("ignoreQuery", false)
            .put("ignoreTimerange", false)
            .put("ignoreValidations", false);
    attributes
        .putObject("controlGroupInput")
        .put("chainingSystem", "HIERARCHICAL")
        .put("controlStyle", "oneLine")
        .put("ignoreParentSettingsJSON", SavedObject.embedded(ignored))
        .put("panelsJSON", SavedObject.embedded(controls));
    attributes.put("description", description);
    ObjectNode source = SavedObject.object();
    ArrayNode filter = source.putArray("filter");
    filters.forEach(filter::add);
    source.set("query", SavedObject.query(""));
    attributes
        .putObject("kibanaSavedObjectMeta")
        .put("searchSourceJSON", SavedObject.embedded(source));
    ObjectNode options =
        SavedObject.object()
            .put("hidePanelTitles", false)
            .put("syncColors", false)
            .put("syncCursor", true)
            .put("syncTooltips", false)
            .put("useMargins", true);
    attributes.put("optionsJSON", SavedObject.embedded(options));
    attributes.put("panelsJSON", SavedObject.embedded(panels));
    attributes.putObject("refreshInterval").put("pause", true).put("value", 60_000);
    attributes.put("timeFrom", from).put("timeRestore", true).put("timeTo", to);
    attributes.put("title", title).put("version", 1);
    return new SavedObject(SavedObject.Type.DASHBOARD, id, attributes, List.copyOf(references));
  }
}
