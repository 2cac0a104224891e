package io.duibiao.local.verify;

/**
 * One thing that is not as the batch run says.
 *
 * @param place the topic or index
 * @param key the id of the record
 * @param field the first field that differs, or null when one side lacks the record
 * @param expected what the batch run gives, as JSON; null where it gives nothing
 * @param found what the pipeline left, as JSON; null where it left nothing
 */
public record Difference(String place, String key, String field, String expected, String found) {
  private static final int SHOWN = 400;

  /** One line for a person. */
  public String shown() {
    return "%s, key %s%s: the batch run gives %s, the pipeline %s"
        .formatted(place, key, field == null ? "" : ", field " + field, cut(expected), cut(found));
  }

  private static String cut(String json) {
    if (json == null) {
      return "nothing";
    }
    return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…";
  }
}
