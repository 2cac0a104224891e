package io.duibiao.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison that finds nothing must be able to find something. */
class ContentsTest {
  private static final String RECORD =
      "{\"id\":\"a\",\"margin\":-0.5,\"evidence\":[\"s1\"],\"updatedAt\":\"2024-01-01T00:00:00Z\","
          + "\"extractionMillis\":7,\"version\":3}";

  @Test
  void equalContentsDoNotDiffer() throws IOException {
    assertThat(everywhere(RECORD).differences(everywhere(RECORD))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aChangedFieldIsFoundInEveryPlace(Place place) throws IOException {
    Contents found = everywhere(RECORD);
    put(found, place, RECORD.replace("-0.5", "-0.50"));

    assertThat(everywhere(RECORD).differences(found))
        .containsExactly(new Difference(place.shown(), "a", "margin", "-0.5", "-0.50"));
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aMissingAndAnAdditionalRecordAreFound(Place place) throws IOException {
    Contents found = everywhere(RECORD);
    String text = found.at(place).remove("a");
    found.at(place).put("b", text);

    assertThat(everywhere(RECORD).differences(found))
        .containsExactly(
            new Difference(place.shown(), "a", null, text, null),
            new Difference(place.shown(), "b", null, null, text));
  }

  @Test
  void onlyWhatTellsOfTheStreamIsLeftOut() throws IOException {
    Contents found = everywhere(RECORD);
    String other =
        RECORD
            .replace("\"version\":3", "\"version\":4")
            .replace("2024", "2025")
            .replace("\"extractionMillis\":7", "\"extractionMillis\":8");
    for (Place place : Place.values()) {
      put(found, place, other);
    }

    List<Difference> differences = everywhere(RECORD).differences(found);

    assertThat(differences)
        .extracting(Difference::place, Difference::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("index documents", "updatedAt"),
            org.assertj.core.groups.Tuple.tuple("topic statements", "extractionMillis"),
            org.assertj.core.groups.Tuple.tuple("index statements", "extractionMillis"),
            org.assertj.core.groups.Tuple.tuple("topic assessments", "extractionMillis"),
            org.assertj.core.groups.Tuple.tuple("index assessments", "extractionMillis"),
            org.assertj.core.groups.Tuple.tuple("topic alerts", "extractionMillis"),
            org.assertj.core.groups.Tuple.tuple("index alerts", "extractionMillis"),
            org.assertj.core.groups.Tuple.tuple("topic documents.rejected", "extractionMillis"));
  }

  @Test
  void theSameInOtherBytesDiffers() throws IOException {
    Contents found = everywhere(RECORD);
    put(found, Place.ALERTS_TOPIC, RECORD.replace(",\"version\"", ", \"version\""));

    assertThat(everywhere(RECORD).differences(found)).hasSize(1);
  }

  @Test
  void whatIsShownIsBounded() {
    Difference difference =
        new Difference("index alerts", "a", "message", "\"" + "x".repeat(5000) + "\"", null);

    assertThat(difference.shown())
        .startsWith("index alerts, key a, field message: the batch run gives \"xxx")
        .endsWith("the pipeline nothing")
        .hasSizeLessThan(600);
  }

  private static Contents everywhere(String json) throws IOException {
    Contents contents = new Contents();
    for (Place place : Place.values()) {
      put(contents, place, json);
    }
    return contents;
  }

  private static void put(Contents contents, Place place, String json) throws IOException {
    contents.put(place, "a", json.getBytes(StandardCharsets.UTF_8));
  }
}
