package io.duibiao.streaming.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duibiao.streaming.fixture.AsyncApi;
import io.duibiao.streaming.fixture.TopicContract;
import io.duibiao.streaming.topic.Topic;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of change, made to the real contracts. */
class ContractChangesTest {

  /** A change to the schema of statements, and a part of what is said of it. */
  private record Change(String name, Consumer<ObjectNode> edit, String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Change change(String name, Consumer<ObjectNode> edit, String said) {
    return new Change(name, edit, said);
  }

  private static ObjectNode field(ObjectNode schema, String name) {
    return (ObjectNode) schema.at("/properties/" + name);
  }

  private static void remove(JsonNode array, String value) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).asText().equals(value)) {
        ((ArrayNode) array).remove(i);
        return;
      }
    }
    throw new IllegalStateException(value);
  }

  static Stream<Change> breaking() {
    return Stream.of(
        change("removed", s -> ((ObjectNode) s.get("properties")).remove("url"), "url is removed"),
        change(
            "renamed",
            s -> {
              ObjectNode fields = (ObjectNode) s.get("properties");
              fields.set("link", fields.remove("url"));
            },
            "url is removed"),
        change("type", s -> field(s, "value").put("type", "string"), "/properties/value/type"),
        change(
            "two types",
            s -> field(s, "value").putArray("type").add("number").add("string"),
            "/properties/value/type"),
        change("newly required", s -> s.withArray("required").add("url"), "\"url\" is missing in"),
        change(
            "no longer required",
            s -> remove(s.get("required"), "unit"),
            "\"unit\" is no longer promised"),
        change(
            "added and required",
            s -> {
              ((ObjectNode) s.get("properties")).putObject("extra").put("type", "string");
              s.withArray("required").add("extra");
            },
            "\"extra\" is missing in"),
        change(
            "narrowed enum",
            s -> remove(s.at("/properties/kind/enum"), "claim"),
            "\"claim\" is removed"),
        change("enum where none was", s -> field(s, "unit").putArray("enum").add("元"), "unit/enum"),
        change("enum gone", s -> field(s, "kind").remove("enum"), "kind/enum"),
        change(
            "narrowed enum of items",
            s -> remove(s.at("/properties/flags/items/enum"), "estimate"),
            "\"estimate\" is removed"),
        change("format", s -> field(s, "publishedAt").put("format", "date"), "publishedAt/format"),
        change("format where none was", s -> field(s, "url").put("format", "uri"), "url/format"),
        change("format gone", s -> field(s, "publishedAt").remove("format"), "publishedAt/format"),
        change("pattern", s -> field(s, "period").put("pattern", "^[0-9]{4}$"), "period/pattern"),
        change("lower bound", s -> field(s, "start").put("minimum", 1), "start/minimum"),
        change("lower bound gone", s -> field(s, "start").remove("minimum"), "start/minimum"),
        change("upper bound", s -> field(s, "value").put("maximum", 100), "value/maximum"),
        change("length", s -> field(s, "id").put("maxLength", 10), "id/maxLength"),
        change("items", s -> field(s, "flags").remove("items"), "flags/items"),
        change("closed", s -> s.put("additionalProperties", false), "additionalProperties"),
        change("condition", s -> s.remove("then"), "/then"),
        change("other schema", s -> s.put("$id", "urn:duibiao:schema:claims:1"), "$id"));
  }

  static Stream<Change> allowed() {
    return Stream.of(
        change(
            "new optional field",
            s -> ((ObjectNode) s.get("properties")).putObject("extra").put("type", "string"),
            "/properties/extra is added"),
        change(
            "new enumerated value",
            s -> ((ArrayNode) s.at("/properties/kind/enum")).add("forecast"),
            "\"forecast\" is added"),
        change(
            "new enumerated value of items",
            s -> ((ArrayNode) s.at("/properties/flags/items/enum")).add("revised"),
            "\"revised\" is added"));
  }

  static Stream<Change> wordsOnly() {
    return Stream.of(
        change("title", s -> field(s, "value").put("title", "Number"), null),
        change("description", s -> s.put("description", "A claim."), null),
        change("examples", s -> field(s, "value").putArray("examples").add(1), null),
        change("deprecated", s -> field(s, "url").put("deprecated", true), null),
        change(
            "order of enumerated values",
            s -> {
              ArrayNode values = (ArrayNode) s.at("/properties/kind/enum");
              values.add(values.remove(0));
            },
            null),
        change(
            "order of required fields",
            s -> s.withArray("required").add(s.withArray("required").remove(0)),
            null));
  }

  private static ContractChanges changes(Change change) {
    JsonNode older = TopicContract.of(Topic.STATEMENTS).schema();
    ObjectNode newer = older.deepCopy();
    change.edit().accept(newer);
    assertThat(newer).as("the test changes something").isNotEqualTo(older);
    return ContractChanges.ofSchemas(older, newer);
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void breaksSomebody(Change change) {
    assertThat(changes(change).breaks()).singleElement().asString().contains(change.said());
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void breaksNobody(Change change) {
    assertThat(changes(change).breaks()).isEmpty();
    assertThat(changes(change).additions()).singleElement().asString().contains(change.said());
  }

  @ParameterizedTest
  @MethodSource("wordsOnly")
  void concernsPeopleOnly(Change change) {
    assertThat(changes(change).breaks()).isEmpty();
    assertThat(changes(change).additions()).isEmpty();
  }

  private static ObjectNode at(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static final String ALERT = "/channels/alerts/messages/alert";

  static Stream<Change> breakingInTheDocument() {
    return Stream.of(
        change(
            "channel removed",
            d -> at(d, "/channels").remove("alerts"),
            "channels/alerts is removed"),
        change(
            "another topic",
            d -> at(d, "/channels/alerts").put("address", "notices"),
            "alerts/address"),
        change(
            "no longer compacted",
            d ->
                at(d, "/channels/alerts/bindings/kafka/topicConfiguration")
                    .putArray("cleanup.policy")
                    .add("delete"),
            "cleanup.policy"),
        change(
            "message removed",
            d -> at(d, "/channels/alerts/messages").remove("alert"),
            "messages/alert is removed"),
        change("another key", d -> at(d, ALERT).put("x-key", "{assessmentId}"), "x-key"),
        change(
            "key of another type",
            d -> at(d, ALERT + "/bindings/kafka/key").put("type", "integer"),
            "key/type"),
        change(
            "header no longer sent",
            d -> remove(d.at(ALERT + "/headers/required"), "schema-version"),
            "headers/required"),
        change(
            "another media type",
            d -> at(d, ALERT).put("contentType", "application/avro"),
            "contentType"),
        change(
            "field removed",
            d -> at(d, ALERT + "/payload/properties").remove("message"),
            "payload/properties/message is removed"));
  }

  @ParameterizedTest
  @MethodSource("breakingInTheDocument")
  void breaksSubscribers(Change change) {
    JsonNode older = AsyncApi.current().inlined();
    ObjectNode newer = older.deepCopy();
    change.edit().accept(newer);
    assertThat(ContractChanges.ofDocuments(older, newer).breaks())
        .isNotEmpty()
        .allSatisfy(said -> assertThat(said).contains(change.said()));
  }

  @Test
  void aNewChannelBreaksNobody() {
    JsonNode older = AsyncApi.current().inlined();
    ObjectNode newer = older.deepCopy();
    at(newer, "/channels").set("more", newer.at("/channels/alerts"));
    ContractChanges changes = ContractChanges.ofDocuments(older, newer);
    assertThat(changes.breaks()).isEmpty();
    assertThat(changes.additions()).containsExactly("channels/more is added");
  }

  @Test
  void nothingIsNoChange() {
    JsonNode document = AsyncApi.current().inlined();
    assertThat(ContractChanges.ofDocuments(document, document).breaks()).isEmpty();
    assertThat(ContractChanges.ofDocuments(document, document).additions()).isEmpty();
  }
}
