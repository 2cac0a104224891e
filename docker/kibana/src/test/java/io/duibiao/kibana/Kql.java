package io.duibiao.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Kibana's query language that the objects use, as Elasticsearch takes it: {@code
 * field: value}, {@code field: (a or b)}, {@code field: *}, {@code field < 1}, {@code and}, {@code
 * or}, {@code not} and parentheses. Whatever else it meets is an error.
 */
final class Kql {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"[^\"]*\"|<=|>=|[<>():*]|[^\\s()<>:\"*]+)");

  private final Matcher tokens;
  private final Set<String> fields = new TreeSet<>();
  private String token;

  private Kql(String text) {
    tokens = TOKEN.matcher(text);
    next();
  }

  /** The query; everything when the text is empty. */
  static ObjectNode query(String kql) {
    ObjectNode all = SavedObject.object();
    all.putObject("match_all");
    return kql.isBlank() ? all : new Kql(kql).parse();
  }

  /** The fields that a query names. */
  static Set<String> fields(String kql) {
    if (kql.isBlank()) {
      return Set.of();
    }
    Kql parser = new Kql(kql);
    parser.parse();
    return parser.fields;
  }

  private ObjectNode parse() {
    ObjectNode query = or();
    if (token != null) {
      throw new IllegalArgumentException("unexpected " + token);
    }
    return query;
  }

  private ObjectNode or() {
    ObjectNode first = and();
    if (!"or".equals(token)) {
      return first;
    }
    ObjectNode query = SavedObject.object();
    ArrayNode should = query.putObject("bool").putArray("should").add(first);
    while (accept("or")) {
      should.add(and());
    }
    return query;
  }

  private ObjectNode and() {
    ObjectNode first = not();
    if (!"and".equals(token)) {
      return first;
    }
    ObjectNode query = SavedObject.object();
    ArrayNode filter = query.putObject("bool").putArray("filter").add(first);
    while (accept("and")) {
      filter.add(not());
    }
    return query;
  }

  private ObjectNode not() {
    if (accept("not")) {
      ObjectNode query = SavedObject.object();
      query.putObject("bool").putArray("must_not").add(not());
      return query;
    }
    if (accept("(")) {
      ObjectNode query = or();
      expect(")");
      return query;
    }
    return field();
  }

  private ObjectNode field() {
    String field = unquoted(take());
    fields.add(field);
    String operator = take();
    ObjectNode query = SavedObject.object();
    switch (operator) {
      case ":" -> {
        if (accept("*")) {
          query.putObject("exists").put("field", field);
        } else if (accept("(")) {
          ArrayNode values = query.putObject("terms").putArray(field);
          do {
            values.add(unquoted(take()));
          } while (accept("or"));
          expect(")");
        } else {
          query.putObject("term").put(field, unquoted(take()));
        }
      }
      case "<" -> range(query, field, "lt");
      case "<=" -> range(query, field, "lte");
      case ">" -> range(query, field, "gt");
      case ">=" -> range(query, field, "gte");
      default -> throw new IllegalArgumentException("no operator: " + operator);
    }
    return query;
  }

  private void range(ObjectNode query, String field, String bound) {
    query.putObject("range").putObject(field).put(bound, Double.parseDouble(take()));
  }

  private static String unquoted(String token) {
    return token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
  }

  private boolean accept(String wanted) {
    if (!wanted.equals(token)) {
      return false;
    }
    next();
    return true;
  }

  private void expect(String wanted) {
    if (!accept(wanted)) {
      throw new IllegalArgumentException(wanted + " expected, not " + token);
    }
  }

  private String take() {
    if (token == null) {
      throw new IllegalArgumentException("the query ends too early");
    }
    String taken = token;
    next();
    return taken;
  }

  private void next() {
    token = tokens.lookingAt() ? tokens.group(1) : null;
    if (token != null) {
      tokens.region(tokens.end(), tokens.regionEnd());
    } else if (tokens.regionEnd() - tokens.regionStart() > 0) {
      throw new IllegalArgumentException("can not be read");
    }
  }
}
