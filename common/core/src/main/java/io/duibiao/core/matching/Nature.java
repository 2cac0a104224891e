package io.duibiao.core.matching;

import io.duibiao.core.rules.WordLists;
import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Statement;
import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a number counts what was added in its period (a flow: 新建充电桩480个) or what there is at its
 * end (a stock: 充电桩达8000个). A plan that says 新增500个 is answered by a review that says 新建480个,
 * although one is an increment and the other a level; it is not answered by a stock.
 */
public enum Nature {
  /** What was added or done in the period. */
  FLOW,

  /** What there is at the end of the period. */
  STOCK,

  /** The words do not tell. */
  OPEN;

  private static final String LIST = "、和及";
  private static final String SEPARATORS = "、，,；;";
  private static final String CLAUSE = "，,;。:";

  private static final List<String> NEW = WordLists.words(Nature.class, "natures.yaml", "new");
  private static final List<String> MAKING =
      WordLists.words(Nature.class, "natures.yaml", "making");
  private static final List<String> SUM = WordLists.words(Nature.class, "natures.yaml", "sum");
  private static final List<String> REACHING =
      WordLists.words(Nature.class, "natures.yaml", "reaching");

  /** What the words around a statement's number say. */
  public static Nature of(Statement statement) {
    String before = before(statement);
    if (statement.flags().contains("cumulative") || holds(own(before), SUM)) {
      return STOCK;
    }
    boolean reaching =
        holds(own(before), REACHING) || holds(CharacterFolding.fold(statement.number()), REACHING);
    boolean fresh = holds(own(before), NEW) || !reaching && holds(before, NEW);
    boolean making = fresh || holds(before, MAKING);
    if (statement.measure() == Measure.INCREMENT) {
      boolean exceeding = reaching || statement.number().startsWith("超");
      return exceeding && !making ? STOCK : FLOW;
    }
    if (fresh) {
      return FLOW;
    }
    if (reaching) {
      return making ? OPEN : STOCK;
    }
    return making ? FLOW : OPEN;
  }

  /** Whether the number's own clause says in so many words that it is new in the period. */
  public static boolean fresh(Statement statement) {
    return holds(own(before(statement)), NEW);
  }

  /**
   * The number with the words that are its own: back to the number before it, so that of a list of
   * things that share a number all are taken (新建续建小学、幼儿园62所), and on to the next item.
   */
  static String item(Statement statement) {
    String quote = CharacterFolding.fold(statement.quote());
    String number = CharacterFolding.fold(statement.number());
    int at = Math.max(0, quote.indexOf(number));
    int from = at;
    int digit = firstDigit(quote);
    for (int i = at; i > 0; i--) {
      if (i - 1 > digit && SEPARATORS.indexOf(quote.charAt(i - 1)) >= 0) {
        break;
      }
      from = i - 1;
    }
    int end = quote.indexOf('、', at);
    return quote.substring(from, end < 0 ? quote.length() : end);
  }

  /** The words that the number's own item has. */
  static List<String> stages(Statement statement, List<String> words) {
    String own = own(before(statement));
    return words.stream().filter(own::contains).toList();
  }

  /**
   * The verbs that are all an item of a list says before its number; empty where it names a thing.
   */
  static List<String> acts(Statement statement) {
    String quote = CharacterFolding.fold(statement.quote());
    String number = CharacterFolding.fold(statement.number());
    int at = quote.indexOf(number);
    boolean thingFollows =
        at >= 0
            && !quote.substring(at + number.length()).isEmpty()
            && CLAUSE.indexOf(quote.charAt(at + number.length())) < 0
            && LIST.indexOf(quote.charAt(at + number.length())) < 0;
    if (thingFollows || number.startsWith("分别")) {
      return List.of();
    }
    String item = at <= 0 ? "" : quote.substring(quote.lastIndexOf('、', at) + 1, at);
    String sentence = CharacterFolding.fold(statement.sentence());
    int start = sentence.indexOf(quote) + quote.lastIndexOf('、', Math.max(at, 0));
    boolean listed = quote.lastIndexOf('、', at) >= 0 || start >= 0 && sentence.charAt(start) == '、';
    List<String> acts = new ArrayList<>();
    while (listed && !item.isEmpty()) {
      String act = MAKING.stream().filter(item::startsWith).findFirst().orElse(null);
      if (act == null) {
        return List.of();
      }
      acts.add(act);
      item = item.substring(act.length());
    }
    return acts;
  }

  /** Whether a target and a result of these natures can speak of the same thing. */
  public boolean agrees(Nature other) {
    return this == OPEN || other == OPEN || this == other;
  }

  /**
   * The clause up to the number: what follows the number belongs to the next one. An item of a list
   * has the verb of the list (新改建公路300公里、桥梁8座).
   */
  private static String before(Statement statement) {
    String quote = CharacterFolding.fold(statement.quote());
    int at = quote.indexOf(CharacterFolding.fold(statement.number()));
    String before = at <= 0 ? quote : quote.substring(0, at);
    String sentence = CharacterFolding.fold(statement.sentence());
    int item = sentence.indexOf(quote);
    if (item <= 0 || LIST.indexOf(sentence.charAt(item - 1)) < 0) {
      return before;
    }
    int from = item;
    while (from > 0 && CLAUSE.indexOf(sentence.charAt(from - 1)) < 0) {
      from--;
    }
    return sentence.substring(from, item) + before;
  }

  /**
   * Of 净增300家、达到4600家 only what follows the first number belongs to the second; of 分别达到15家、127家 the
   * verb belongs to both.
   */
  private static String own(String before) {
    int digit = firstDigit(before);
    for (int i = before.length() - 1; i > digit; i--) {
      if (SEPARATORS.indexOf(before.charAt(i)) >= 0) {
        String own = before.substring(i + 1);
        return own.isBlank() ? before : own;
      }
    }
    return before;
  }

  /** Where the first digit stands; behind the end where there is none. */
  private static int firstDigit(String text) {
    int at = 0;
    while (at < text.length() && !Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean holds(String text, List<String> words) {
    return words.stream().anyMatch(text::contains);
  }
}
