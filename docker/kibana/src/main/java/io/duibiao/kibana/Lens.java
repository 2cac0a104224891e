package io.duibiao.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lens panels. Colours never depend on the order of the data: a metric has its own colour, and
 * where statuses are shown each status is a metric.
 *
 * @param id the id of the saved object
 * @param title its title
 * @param view the documents
 * @param kql which of them; empty for all
 */
record Lens(String id, String title, DataView view, String kql) {
  private static final String LAYER = "layer";

  /** A metric and the colour of its marks. */
  record Series(Column column, String color) {
    /** How many documents have a code. */
    static Series of(String field, Verdicts.Code code) {
      return new Series(Column.count(field, code), code.color());
    }
  }

  /** One number on a coloured tile. */
  SavedObject tile(Column metric, String color, String subtitle) {
    ObjectNode visualization =
        SavedObject.object()
            .put("color", color)
            .put("layerId", LAYER)
            .put("layerType", "data")
            .put("metricAccessor", metric.id())
            .put("showBar", false)
            .put("subtitle", subtitle);
    return savedObject("lnsMetric", visualization, List.of(metric));
  }

  /** Bars: horizontal ones, stacked. */
  SavedObject stackedRows(Column rows, List<Series> series) {
    return xy("bar_horizontal_stacked", rows, null, series, "");
  }

  /** Bars: upright ones, stacked. */
  SavedObject stackedBars(Column x, List<Series> series) {
    return xy("bar_stacked", x, null, series, "");
  }

  /** Bars side by side, with the unit of their axis. */
  SavedObject bars(Column x, List<Series> series, String unit) {
    return xy("bar", x, null, series, unit);
  }

  /** Horizontal bars side by side, with the unit of their axis. */
  SavedObject rows(Column rows, List<Series> series, String unit) {
    return xy("bar_horizontal", rows, null, series, unit);
  }

  /** Bars side by side, one for each value of a further bucket. */
  SavedObject splitBars(Column x, Column split, Column metric, String unit) {
    return xy("bar", x, split, List.of(new Series(metric, null)), unit);
  }

  private SavedObject xy(
      String type, Column x, Column split, List<Series> series, String axisTitle) {
    boolean legend = split != null || series.size() > 1;
    boolean titled = !axisTitle.isEmpty();
    ObjectNode visualization = SavedObject.object();
    visualization
        .putObject("axisTitlesVisibilitySettings")
        .put("x", false)
        .put("yLeft", titled)
        .put("yRight", false);
    visualization.put("fittingFunction", "None");
    visibility(visualization, "gridlinesVisibilitySettings");
    visualization.putObject("labelsOrientation").put("x", 0).put("yLeft", 0).put("yRight", 0);
    ObjectNode layer = visualization.putArray("layers").addObject();
    ArrayNode accessors = layer.putArray("accessors");
    layer.put("layerId", LAYER).put("layerType", "data");
    layer.putObject("palette").put("name", "default").put("type", "palette");
    layer.put("position", "top").put("seriesType", type).put("showGridlines", false);
    if (split != null) {
      layer.put("splitAccessor", split.id());
    }
    layer.put("xAccessor", x.id());
    ArrayNode colors = layer.putArray("yConfig");
    // The axis first: it has its values in the order in which they come.
    List<Column> columns = new ArrayList<>();
    columns.add(x);
    if (split != null) {
      columns.add(split);
    }
    for (Series one : series) {
      accessors.add(one.column().id());
      columns.add(one.column());
      if (one.color() != null) {
        colors
            .addObject()
            .put("axisMode", "left")
            .put("color", one.color())
            .put("forAccessor", one.column().id());
      }
    }
    visualization
        .putObject("legend")
        .put("isVisible", legend)
        .put("position", "bottom")
        .put("shouldTruncate", false);
    visualization.put("preferredSeriesType", type);
    visibility(visualization, "tickLabelsVisibilitySettings");
    visualization.put("valueLabels", type.contains("stacked") ? "hide" : "show");
    visualization.putObject("yLeftExtent").put("mode", "full");
    if (titled) {
      visualization.put("yTitle", axisTitle);
    }
    return savedObject("lnsXY", visualization, columns);
  }

  private static void visibility(ObjectNode visualization, String name) {
    visualization.putObject(name).put("x", true).put("yLeft", true).put("yRight", true);
  }

  /** Cells coloured and labelled by the largest rank of a status in them. */
  SavedObject statusMap(Column x, Column y, Column rank) {
    ObjectNode visualization = SavedObject.object();
    visualization
        .putObject("gridConfig")
        .put("isCellLabelVisible", true)
        .put("isXAxisLabelVisible", true)
        .put("isXAxisTitleVisible", false)
        .put("isYAxisLabelVisible", true)
        .put("isYAxisTitleVisible", false)
        .put("type", "heatmap_grid");
    visualization.put("layerId", LAYER).put("layerType", "data");
    visualization
        .putObject("legend")
        .put("isVisible", false)
        .put("position", "right")
        .put("type", "heatmap_legend");
    visualization.set("palette", palette().put("accessor", rank.id()));
    visualization
        .put("shape", "heatmap")
        .put("valueAccessor", rank.id())
        .put("xAccessor", x.id())
        .put("yAccessor", y.id());
    // The rows first, so that each has all its columns whatever order the rows are in.
    return savedObject("lnsHeatmap", visualization, List.of(y, x, rank));
  }

  /** A colour for each rank; the ranks lie in the middle of their bands. */
  private static ObjectNode palette() {
    ObjectNode palette = SavedObject.object().put("name", "custom").put("type", "palette");
    ObjectNode params = palette.putObject("params");
    ArrayNode lower = params.putArray("colorStops");
    params
        .put("continuity", "none")
        .put("maxSteps", 5)
        .put("name", "custom")
        .put("progression", "fixed")
        .put("rangeMax", Verdicts.STATUSES.size() - 0.5)
        .put("rangeMin", -0.5)
        .put("rangeType", "number")
        .put("reverse", false)
        .put("steps", Verdicts.STATUSES.size());
    ArrayNode upper = params.putArray("stops");
    for (Verdicts.Code status : Verdicts.STATUSES) {
      lower.addObject().put("color", status.color()).put("stop", status.rank() - 0.5);
      upper.addObject().put("color", status.color()).put("stop", status.rank() + 0.5);
    }
    return palette;
  }

  /** A table; the buckets come first. */
  SavedObject table(List<Column> columns, String sortedBy) {
    ObjectNode visualization = SavedObject.object();
    ArrayNode shown = visualization.putArray("columns");
    columns.forEach(
        column -> shown.addObject().put("columnId", column.id()).put("isTransposed", false));
    visualization.put("headerRowHeight", "single").put("layerId", LAYER).put("layerType", "data");
    visualization.putObject("paging").put("enabled", true).put("size", 10);
    visualization.put("rowHeight", "auto");
    visualization.putObject("sorting").put("columnId", sortedBy).put("direction", "desc");
    return savedObject("lnsDatatable", visualization, columns);
  }

  private SavedObject savedObject(String type, ObjectNode visualization, List<Column> columns) {
    ObjectNode attributes = SavedObject.object().put("description", "");
    ObjectNode state = attributes.putObject("state");
    state.putObject("adHocDataViews");
    ObjectNode sources = state.putObject("datasourceStates");
    ObjectNode layer = sources.putObject("formBased").putObject("layers").putObject(LAYER);
    ArrayNode order = layer.putArray("columnOrder");
    ObjectNode byId = layer.putObject("columns");
    for (Column column : columns) {
      order.add(column.id());
      byId.set(column.id(), column.json());
    }
    layer.put("ignoreGlobalFilters", false);
    layer.putObject("incompleteColumns");
    layer.put("sampling", 1);
    sources.putObject("textBased").putObject("layers");
    state.putArray("filters");
    state.putArray("internalReferences");
    state.set("query", SavedObject.query(kql));
    state.set("visualization", visualization);
    attributes.put("title", title).put("visualizationType", type);
    return new SavedObject(
        SavedObject.Type.LENS,
        id,
        attributes,
        List.of(view.reference("indexpattern-datasource-layer-" + LAYER)));
  }
}
