package io.duibiao.kibana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duibiao.core.assessment.AlertState;
import io.duibiao.core.assessment.AlertType;
import io.duibiao.core.assessment.AssessmentStatus;
import io.duibiao.core.assessment.Severity;
import io.duibiao.core.document.RejectionReason;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every field that an object uses is in the index template, of a type that fits the use. */
class FieldsTest {
  private static final Set<String> EXACT = Set.of("keyword", "boolean", "integer", "long", "date");
  private static final Set<String> NUMERIC = Set.of("integer", "long", "double");

  @Test
  void theTimeFieldsAreDates() {
    for (JsonNode view : Committed.objects("index-pattern")) {
      DataView dataView = view(view);
      assertThat(FieldsOfIndices.type(dataView, view.at("/attributes/timeFieldName").asText()))
          .isEqualTo("date");
    }
  }

  private static DataView view(JsonNode object) {
    return Stream.of(DataView.values())
        .filter(view -> view.id().equals(object.path("id").asText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void labelsAndFormatsAreOfFieldsThatExist() {
    for (JsonNode object : Committed.objects("index-pattern")) {
      Set<String> fields = FieldsOfIndices.of(view(object));
      Committed.embedded(object, "fieldAttrs")
          .fieldNames()
          .forEachRemaining(field -> assertThat(fields).contains(field));
      Committed.embedded(object, "fieldFormatMap")
          .fieldNames()
          .forEachRemaining(field -> assertThat(fields).contains(field));
    }
  }

  @Test
  void theColumnsOfLensPanelsFitTheirFields() {
    for (JsonNode lens : Committed.objects("lens")) {
      DataView view = Committed.view(lens, "indexpattern-datasource-layer-layer");
      List<String[]> uses =
          new ArrayList<>(
              LensQuery.uses(lens.at("/attributes/state/datasourceStates/formBased/layers/layer")));
      Kql.fields(lens.at("/attributes/state/query/query").asText())
          .forEach(field -> uses.add(new String[] {"kql", field}));
      for (String[] use : uses) {
        String type = FieldsOfIndices.type(view, use[1]);
        assertThat(type).as(use[1] + " of " + Committed.key(lens)).isNotNull();
        switch (use[0]) {
          case "terms" -> assertThat(type).as(use[1]).isEqualTo("keyword");
          case "average", "max", "last_value" -> assertThat(NUMERIC).as(use[1]).contains(type);
          case "date_histogram", "sort" -> assertThat(type).as(use[1]).isEqualTo("date");
          case "kql" ->
              assertThat(type).as(use[1]).isIn("keyword", "boolean", "integer", "long", "double");
          default -> throw new AssertionError(use[0]);
        }
      }
    }
  }

  @Test
  void theColumnsAndSortsOfSearchesFitTheirFields() {
    for (JsonNode search : Committed.objects("search")) {
      DataView view = Committed.view(search, "kibanaSavedObjectMeta.searchSourceJSON.index");
      List<String> columns = new ArrayList<>();
      search.at("/attributes/columns").forEach(column -> columns.add(column.asText()));
      assertThat(FieldsOfIndices.of(view)).containsAll(columns);
      assertThat(Fields.labels(view).keySet()).containsAll(columns);
      search
          .at("/attributes/grid/columns")
          .fieldNames()
          .forEachRemaining(
              field ->
                  assertThat(field)
                      .isIn(Stream.concat(columns.stream(), Stream.of(view.timeField())).toList()));
      for (JsonNode sort : search.at("/attributes/sort")) {
        assertThat(EXACT).contains(FieldsOfIndices.type(view, sort.path(0).asText()));
      }
      String kql =
          Committed.embedded(search, "kibanaSavedObjectMeta/searchSourceJSON")
              .at("/query/query")
              .asText();
      assertThat(FieldsOfIndices.of(view)).containsAll(Kql.fields(kql));
    }
  }

  @Test
  void controlsAndFiltersAreOfKeywords() {
    for (JsonNode dashboard : Committed.objects("dashboard")) {
      Committed.embedded(dashboard, "controlGroupInput/panelsJSON")
          .fields()
          .forEachRemaining(
              control -> {
                DataView view =
                    Committed.view(
                        dashboard, "controlGroup_" + control.getKey() + ":optionsListDataView");
                String field = control.getValue().at("/explicitInput/fieldName").asText();
                assertThat(FieldsOfIndices.type(view, field)).as(field).isEqualTo("keyword");
              });
      for (JsonNode filter :
          Committed.embedded(dashboard, "kibanaSavedObjectMeta/searchSourceJSON").path("filter")) {
        DataView view = Committed.view(dashboard, filter.at("/meta/indexRefName").asText());
        assertThat(FieldsOfIndices.type(view, filter.at("/meta/key").asText()))
            .isEqualTo("keyword");
      }
    }
  }

  @Test
  void theControlsOfAPageWorkOnVerdictsAlertsAndDocumentsAlike() {
    for (DataView view : List.of(DataView.ASSESSMENTS, DataView.ALERTS, DataView.DOCUMENTS)) {
      assertThat(FieldsOfIndices.of(view)).contains("regionPaths", "year");
    }
  }

  @Test
  void statusesAndSeveritiesAreThoseOfTheRecords() {
    assertThat(Verdicts.STATUSES)
        .extracting(code -> code.code() + " " + code.rank())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AssessmentStatus.values()).map(s -> s.code() + " " + s.rank()).toList());
    assertThat(Verdicts.SEVERITIES)
        .extracting(code -> code.code() + " " + code.rank())
        .containsExactlyElementsOf(
            Stream.of(Severity.values()).map(s -> s.code() + " " + (s.ordinal() + 1)).toList());
    assertThat(Verdicts.STATUSES).extracting(Verdicts.Code::color).doesNotHaveDuplicates();
  }

  @Test
  void everyCodeHasALabel() {
    labelled(
        DataView.ASSESSMENTS,
        "status",
        Stream.of(AssessmentStatus.values()).map(AssessmentStatus::code));
    labelled(DataView.ASSESSMENTS, "measure", Stream.of(Measure.values()).map(Measure::code));
    labelled(DataView.ALERTS, "type", Stream.of(AlertType.values()).map(AlertType::code));
    labelled(DataView.ALERTS, "state", Stream.of(AlertState.values()).map(AlertState::code));
    labelled(
        DataView.STATEMENTS, "kind", Stream.of(StatementKind.values()).map(StatementKind::code));
    labelled(
        DataView.REJECTED,
        "reason",
        Stream.of(RejectionReason.values()).map(RejectionReason::code));
  }

  private static void labelled(DataView view, String field, Stream<String> codes) {
    List<String> keys = new ArrayList<>();
    Fields.formats(view)
        .get(field)
        .at("/params/lookupEntries")
        .forEach(entry -> keys.add(entry.path("key").asText()));
    assertThat(keys).containsExactlyInAnyOrderElementsOf(codes.toList());
  }
}
