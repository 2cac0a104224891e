package io.duibiao.kibana;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The four pages, their names and the line of links that leads from each to the others. */
enum Pages {
  OVERVIEW("duibiao-overview", "总览", "各地区、各领域目标完成情况，未解除的预警和最新文档。"),
  REGION("duibiao-region", "地区", "一个地区的指标逐年状态，目标与实绩逐条对照。"),
  INDICATOR("duibiao-indicator", "指标", "一个指标历年目标与实绩，地区之间对比。"),
  QUALITY("duibiao-quality", "数据质量", "收到与拒收的文档，每份文档的语句数，争议与抽取耗时。");

  final String id;
  private final String label;
  private final String description;

  Pages(String id, String label, String description) {
    this.id = id;
    this.label = label;
    this.description = description;
  }

  /** An empty dashboard with this page's name. */
  Dashboard dashboard(String from, String to) {
    return new Dashboard(id, "对标·" + label, description, from, to);
  }

  /** The links of this page, and a hint for its reader. */
  SavedObject links(String hint) {
    StringBuilder text = new StringBuilder();
    for (Pages page : values()) {
      if (!text.isEmpty()) {
        text.append("　｜　");
      }
      text.append(
          page == this ? "**" + page.label + "**" : "[" + page.label + "](#/view/" + page.id + ")");
    }
    text.append("　　").append(hint);
    ObjectNode visState =
        SavedObject.object().put("title", "对标·导航·" + label).put("type", "markdown");
    visState.putArray("aggs");
    visState
        .putObject("params")
        .put("fontSize", 12)
        .put("markdown", text.toString())
        .put("openLinksInNewTab", false);
    ObjectNode attributes = SavedObject.object().put("description", "");
    ObjectNode source = SavedObject.object();
    source.putArray("filter");
    source.set("query", SavedObject.query(""));
    attributes
        .putObject("kibanaSavedObjectMeta")
        .put("searchSourceJSON", SavedObject.embedded(source));
    attributes
        .put("title", "对标·导航·" + label)
        .put("uiStateJSON", "{}")
        .put("version", 1)
        .put("visState", SavedObject.embedded(visState));
    return new SavedObject(SavedObject.Type.VISUALIZATION, id + "-links", attributes, List.of());
  }
}
