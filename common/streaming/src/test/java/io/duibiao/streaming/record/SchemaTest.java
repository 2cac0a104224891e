package io.duibiao.streaming.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.duibiao.core.assessment.Alert;
import io.duibiao.core.assessment.Assessment;
import io.duibiao.core.document.Document;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.Statement;
import io.duibiao.streaming.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
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
    try (InputStream in = SchemaTest.class.getResourceAsStream(topic.schemaResource())) {
      return RecordJson.mapper().readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonSchema schema(Topic topic) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            json(topic), SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  private static List<String> errors(Topic topic, JsonNode record) {
    return schema(topic).validate(record).stream().map(Object::toString).toList();
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
        new Sample(Topic.ALERTS, Samples.alert()));
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

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyFieldIsDescribed(Topic topic) {
    json(topic)
        .path("properties")
        .fields()
        .forEachRemaining(
            field ->
                assertThat(field.getValue().path("description").asText())
                    .as(field.getKey())
                    .isNotBlank());
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
  }

  private static Class<?> record(Topic topic) {
    return switch (topic) {
      case DOCUMENTS -> Document.class;
      case DOCUMENTS_REJECTED -> RejectedDocument.class;
      case STATEMENTS -> Statement.class;
      case STATEMENTS_REJECTED -> RejectedRecord.class;
      case ASSESSMENTS -> Assessment.class;
      case ALERTS -> Alert.class;
    };
  }
}
