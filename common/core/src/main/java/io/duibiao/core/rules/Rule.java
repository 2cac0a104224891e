package io.duibiao.core.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * One rule of language, as written in a resource file.
 *
 * @param name short name, unique in its file
 * @param reason why such reports need it, in their grammar
 * @param words the words it covers; never null
 * @param factors words with the number that belongs to each, such as units with their factor; never
 *     null
 * @param says what the words mean, by attribute; never null
 * @param examples sentences with what must be read from them; never null
 */
public record Rule(
    @JsonProperty(value = "name", required = true) String name,
    @JsonProperty(value = "reason", required = true) String reason,
    @JsonProperty("words") List<String> words,
    @JsonProperty("factors") Map<String, String> factors,
    @JsonProperty("says") Map<String, String> says,
    @JsonProperty("examples") List<Example> examples) {

  /** Fills in empty collections for what the file leaves out. */
  public Rule {
    words = words == null ? List.of() : List.copyOf(words);
    factors = factors == null ? Map.of() : Map.copyOf(factors);
    says = says == null ? Map.of() : Map.copyOf(says);
    examples = examples == null ? List.of() : List.copyOf(examples);
  }

  /** Whether the rule says yes to the attribute. */
  public boolean is(String attribute) {
    return "yes".equals(says.get(attribute));
  }

  /** What the rule says about the attribute, or the empty string. */
  public String say(String attribute) {
    return says.getOrDefault(attribute, "");
  }

  /**
   * A sentence and what must be read from it.
   *
   * @param text the sentence, invented
   * @param part the part of a report it stands in: review (default), plan, five-years-back or
   *     five-years-ahead
   * @param years the year looked back on and the year planned for, such as 2022/2023 (default)
   * @param expect the statements in order, in the short notation of the tests, such as {@code 健身步道
   *     level eq 12000米}; empty when no number of the sentence is a statement
   */
  public record Example(
      @JsonProperty(value = "text", required = true) String text,
      @JsonProperty("part") String part,
      @JsonProperty("years") String years,
      @JsonProperty("expect") List<String> expect) {

    /** Fills in the review part, the usual years and the empty list. */
    public Example {
      part = part == null ? "review" : part;
      years = years == null ? "2022/2023" : years;
      expect = expect == null ? List.of() : List.copyOf(expect);
    }
  }
}
