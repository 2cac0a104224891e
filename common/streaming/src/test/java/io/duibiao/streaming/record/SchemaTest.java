package io.duibiao.streaming.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.document.Document;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.fixture.TopicContract;
import io.duibiao.streaming.topic.Topic;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas and the records say the same. */
class SchemaTest {

  private static JsonNode json(Topic topic) {
    return TopicContract.of(topic).schema();
  }

  private static List<String> errors(Topic topic, JsonNode record) {
    return TopicContract.of(topic).problems(record);
  }

  private record Sample(Topic topic, Object element) {}

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample(Topic.DOCUMENTS, Samples.document()),
        new Sample(Topic.DOCUMENTS, Document.of("a", "b")),
        new Sample(Topic.DOCUMENTS_REJECTED, Samples.rejectedDocument()),
        new Sample(Topic.STATEMENTS, Samples.statement()),
        new Sample(Topic.STATEMENTS, Samples.statement(Operator.RANGE, new BigDecimal("6.5"))),
        new Sample(Topic.STATEMENTS, Samples.statement().inRevision(2, Samples.TIME, true)),
        new Sample(Topic.STATEMENTS_REJECTED, Samples.rejectedRecord()),
        new Sample(
            Topic.STATEMENTS_REJECTED,
            RejectedRecord.indexed("duibiao-statements", "s1", "status 400", new byte[0])),
        new Sample(Topic.ASSESSMENTS, Samples.assessment()),
        new Sample(Topic.ASSESSMENTS, Samples.awaiting()),
        new Sample(Topic.ALERTS, Samples.alert()),
        new Sample(Topic.CATALOG, new CatalogRecord(CatalogRecord.ID, "[]", null)),
        new Sample(Topic.CATALOG, new CatalogRecord(CatalogRecord.ID, "[]", 3)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void recordsAsWrittenValidate(Sample sample) throws Exception {
    JsonNode written = RecordJson.mapper().readTree(RecordJson.write(sample.element()));
    assertThat(errors(sample.topic(), written)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void theSchemaHasExactlyTheComponentsOfTheRecord(Topic topic) {
    List<String> properties = new ArrayList<>();
    json(topic).path("properties").fieldNames().forEachRemaining(properties::add);
    assertThat(properties).containsExactlyInAnyOrderElementsOf(RecordFields.of(record(topic)));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void theSchemaAllowsExactlyTheConstantsOfTheEnums(Topic topic) {
    for (RecordComponent component : record(topic).getRecordComponents()) {
      if (component.getType().isEnum()) {
        JsonNode allowed = json(topic).path("properties").path(component.getName()).path("enum");
        List<String> values = new ArrayList<>();
        allowed.forEach(value -> values.add(value.asText()));
        assertThat(values)
            .as(component.getName())
            .containsExactlyInAnyOrderElementsOf(
                Stream.of(component.getType().getEnumConstants())
                    .map(constant -> RecordJson.mapper().convertValue(constant, String.class))
                    .toList());
      }
    }
  }

  /** A reader with an older schema must be able to read records with fields added since. */
  @ParameterizedTest
  @EnumSource(Topic.class)
  void theSchemaNamesItselfAndAllowsFieldsOfLaterVersions(Topic topic) {
    assertThat(json(topic).path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(json(topic).path("$id").asText())
        .isEqualTo(
            "urn:duibiao:schema:"
                + topic.baseName()
                + ":"
                + Topic.SCHEMA_VERSION.substring(0, Topic.SCHEMA_VERSION.indexOf('.')));
    assertThat(json(topic).path("title").asText()).isNotBlank();
    assertThat(json(topic).path("additionalProperties").asBoolean()).isTrue();
  }

  /** The schemas are themselves checked against the meta-schema of their draft. */
  @ParameterizedTest
  @EnumSource(Topic.class)
  void theSchemaIsValid(Topic topic) {
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012))
                .validate(json(topic)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyFieldIsDescribed(Topic topic) {
    json(topic)
        .path("properties")
        .fields()
        .forEachRemaining(
            field -> {
              assertThat(field.getValue().path("title").asText()).as(field.getKey()).isNotBlank();
              assertThat(field.getValue().path("description").asText())
                  .as(field.getKey())
                  .isNotBlank();
            });
  }

  @Test
  void aBadStatementDoesNotValidate() {
    ObjectNode statement = RecordJson.mapper().valueToTree(Samples.statement());
    assertThat(errors(Topic.STATEMENTS, statement.deepCopy().put("period", "last year")))
        .hasSize(1);
    assertThat(errors(Topic.STATEMENTS, statement.deepCopy().put("retrievedAt", "yesterday")))
        .hasSize(1);
    assertThat(errors(Topic.STATEMENTS, statement.deepCopy().put("surprise", 1))).hasSize(1);
    assertThat(errors(Topic.STATEMENTS, statement.deepCopy().without("unit"))).hasSize(1);
    assertThat(errors(Topic.STATEMENTS, statement.deepCopy().put("value", "6"))).hasSize(1);
    assertThat(errors(Topic.STATEMENTS, statement.deepCopy().put("op", "range"))).hasSize(1);
    assertThat(errors(Topic.STATEMENTS, statement.deepCopy().put("high", 7))).hasSize(1);
  }

  private static Class<?> record(Topic topic) {
    return switch (topic) {
      case DOCUMENTS -> Document.class;
      case DOCUMENTS_REJECTED -> RejectedDocument.class;
      case STATEMENTS -> Statement.class;
      case STATEMENTS_REJECTED -> RejectedRecord.class;
      case ASSESSMENTS -> Assessment.class;
      case ALERTS -> Alert.class;
      case CATALOG -> CatalogRecord.class;
    };
  }
}
