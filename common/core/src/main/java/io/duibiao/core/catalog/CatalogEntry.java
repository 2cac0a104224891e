package io.duibiao.core.catalog;

import io.duibiao.core.statement.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One entry of a catalog file: its fields, checked each for itself. */
final class CatalogEntry {
  private static final List<String> FIELDS =
      List.of(
          "id",
          "name",
          "nationalName",
          "aliases",
          "group",
          "dimension",
          "direction",
          "measures",
          "tolerance",
          "examples");

  private final Located place;
  private final List<CatalogProblem> problems;
  private final Map<String, Located> values = new LinkedHashMap<>();

  CatalogEntry(Located place, List<CatalogProblem> problems) {
    this.place = place;
    this.problems = problems;
    if (place instanceof Located.Fields fields) {
      for (Located.Field field : fields.fields()) {
        take(field);
      }
    } else {
      problem(place, "an entry must have fields, beginning with '- id: …'");
    }
  }

  private void take(Located.Field field) {
    if (!FIELDS.contains(field.name())) {
      problems.add(
          new CatalogProblem(
              field.line(),
              field.column(),
              "unknown field '%s', allowed are %s"
                  .formatted(field.name(), String.join(", ", FIELDS))));
    } else if (values.putIfAbsent(field.name(), field.value()) != null) {
      problems.add(
          new CatalogProblem(
              field.line(), field.column(), "the field '" + field.name() + "' occurs twice"));
    }
  }

  /**
   * Checks everything that can be checked without the other entries.
   *
   * @return the indicator; null when something is wrong
   */
  Indicator indicator() {
    if (!(place instanceof Located.Fields)) {
      return null;
    }
    int before = problems.size();
    Located.Scalar id = required("id");
    if (id != null && !id.text().matches("[a-z][a-z0-9-]*")) {
      problem(
          id,
          "the id '%s' is not allowed; an id is lower-case letters, digits and hyphens"
              .formatted(id.text()));
    }
    Located.Scalar name = required("name");
    Located.Scalar group = required("group");
    Located.Scalar dimensionWord = required("dimension");
    Dimension dimension =
        dimensionWord == null ? null : choice("dimension", dimensionWord, Dimension.values());
    Located.Scalar national = values.containsKey("nationalName") ? required("nationalName") : null;
    Located.Scalar directionWord = values.containsKey("direction") ? required("direction") : null;
    Direction direction =
        directionWord == null ? null : choice("direction", directionWord, Direction.values());
    List<Measure> measures = new ArrayList<>();
    for (Located.Scalar measure : words("measures")) {
      measures.add(choice("measures", measure, Measure.values()));
    }
    Tolerance tolerance = tolerance();
    List<String> aliases = words("aliases").stream().map(Located.Scalar::text).toList();
    List<String> examples = words("examples").stream().map(Located.Scalar::text).toList();
    if (examples.isEmpty() && !(values.get("examples") instanceof Located.Scalar)) {
      problem(place, "'examples' is missing" + of() + "; give a clause that names it");
    }
    for (Located.Scalar each : names()) {
      if (IndicatorCatalog.key(each.text()).isEmpty()) {
        problem(each, "'" + each.text() + "' is no name");
      }
    }
    if (problems.size() > before) {
      return null;
    }
    return new Indicator(
        id.text(),
        name.text(),
        national == null ? null : national.text(),
        aliases,
        group.text(),
        dimension,
        direction,
        measures,
        tolerance,
        examples);
  }

  /** The id, or null when the entry has none. */
  Located.Scalar id() {
    return values.get("id") instanceof Located.Scalar id && !id.empty() ? id : null;
  }

  /** The name and the aliases, as far as they are words. */
  List<Located.Scalar> names() {
    List<Located.Scalar> names = new ArrayList<>();
    if (values.get("name") instanceof Located.Scalar name && !name.empty()) {
      names.add(name);
    }
    names.addAll(scalars("aliases"));
    return names;
  }

  /** The examples, as far as they are words. */
  List<Located.Scalar> examples() {
    return scalars("examples");
  }

  /** What a message calls the entry. */
  String label() {
    return id() == null ? "the entry of line " + place.line() : id().text();
  }

  private String of() {
    return id() == null ? "" : " in " + label();
  }

  private Located.Scalar required(String field) {
    Located value = values.get(field);
    if (value == null) {
      problem(place, "'" + field + "' is missing" + of());
      return null;
    }
    if (value instanceof Located.Scalar scalar) {
      if (!scalar.empty() && !scalar.text().isBlank()) {
        return scalar;
      }
      problem(value, "'" + field + "' is empty" + of());
    } else {
      problem(value, "'" + field + "' must be one word" + of());
    }
    return null;
  }

  /** The words of a list; what is no word is a problem. */
  private List<Located.Scalar> words(String field) {
    Located value = values.get(field);
    if (value == null || value instanceof Located.Scalar nothing && nothing.empty()) {
      return List.of();
    }
    if (!(value instanceof Located.Items items)) {
      problem(value, "'%s' must be a list, such as [%s]".formatted(field, "…, …"));
      return List.of();
    }
    for (Located item : items.values()) {
      if (!(item instanceof Located.Scalar word) || word.empty() || word.text().isBlank()) {
        problem(
            item, "'" + field + "' must hold words only; put one with a colon or comma in \"…\"");
      }
    }
    return scalars(field);
  }

  private List<Located.Scalar> scalars(String field) {
    List<Located.Scalar> words = new ArrayList<>();
    if (values.get(field) instanceof Located.Items items) {
      for (Located item : items.values()) {
        if (item instanceof Located.Scalar word && !word.empty() && !word.text().isBlank()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private <E extends Enum<E>> E choice(String field, Located.Scalar word, E[] allowed) {
    for (E constant : allowed) {
      if (code(constant).equals(word.text())) {
        return constant;
      }
    }
    problem(
        word,
        "'%s' can not be '%s', allowed are %s"
            .formatted(
                field,
                word.text(),
                Arrays.stream(allowed).map(CatalogEntry::code).collect(Collectors.joining(", "))));
    return null;
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private Tolerance tolerance() {
    Located value = values.get("tolerance");
    if (value == null) {
      return null;
    }
    BigDecimal points = Tolerance.DEFAULT.points();
    BigDecimal percent = Tolerance.DEFAULT.percent();
    if (!(value instanceof Located.Fields fields)) {
      problem(value, "'tolerance' must be such as {points: 0.2, percent: 2}");
      return null;
    }
    for (Located.Field field : fields.fields()) {
      switch (field.name()) {
        case "points" -> points = amount(field);
        case "percent" -> percent = amount(field);
        default ->
            problem(
                field.value(),
                "unknown field '" + field.name() + "' of tolerance, allowed are points, percent");
      }
    }
    return new Tolerance(points, percent);
  }

  private BigDecimal amount(Located.Field field) {
    if (field.value() instanceof Located.Scalar scalar && scalar.number()) {
      try {
        BigDecimal amount = new BigDecimal(scalar.text());
        if (amount.signum() >= 0 && amount.compareTo(BigDecimal.valueOf(1000)) <= 0) {
          return amount;
        }
      } catch (NumberFormatException notDecimal) {
        // YAML also knows numbers such as 0x10, .inf and 1_000; a person meant something else.
      }
    }
    problem(field.value(), "'" + field.name() + "' must be a number from 0 to 1000");
    return null;
  }

  private void problem(Located where, String message) {
    problems.add(new CatalogProblem(where.line(), where.column(), message));
  }
}
