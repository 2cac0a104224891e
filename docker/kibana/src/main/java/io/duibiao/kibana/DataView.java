package io.duibiao.kibana;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The data views: one on the alias of each index. */
enum DataView {
  ASSESSMENTS("assessments", "对标·判定", "periodEnd"),
  ALERTS("alerts", "对标·预警", "openedAt"),
  DOCUMENTS("documents", "对标·文档", "retrievedAt"),
  STATEMENTS("statements", "对标·指标语句", "retrievedAt"),
  REJECTED("rejected", "对标·拒收文档", "timestamp");

  private final String index;
  private final String label;
  private final String timeField;

  DataView(String index, String label, String timeField) {
    this.index = index;
    this.label = label;
    this.timeField = timeField;
  }

  /** The id of the data view, which is the alias too. */
  String id() {
    return "duibiao-" + index;
  }

  /** The field that the time filter works on; every document has it. */
  String timeField() {
    return timeField;
  }

  /** That an object needs this data view. */
  SavedObject.Reference reference(String name) {
    return new SavedObject.Reference(name, SavedObject.Type.DATA_VIEW, id());
  }

  SavedObject savedObject() {
    ObjectNode labels = SavedObject.object();
    Fields.labels(this).forEach((field, name) -> labels.putObject(field).put("customLabel", name));
    ObjectNode formats = SavedObject.object();
    Fields.formats(this).forEach(formats::set);
    ObjectNode attributes =
        SavedObject.object()
            .put("fieldAttrs", SavedObject.embedded(labels))
            .put("fieldFormatMap", SavedObject.embedded(formats))
            .put("fields", "[]")
            .put("name", label)
            .put("runtimeFieldMap", "{}")
            .put("sourceFilters", "[]")
            .put("timeFieldName", timeField)
            .put("title", id())
            .put("typeMeta", "{}");
    return new SavedObject(SavedObject.Type.DATA_VIEW, id(), attributes, List.of());
  }
}
