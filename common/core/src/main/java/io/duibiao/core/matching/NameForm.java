package io.duibiao.core.matching;

import io.duibiao.core.statement.Statement;
import io.duibiao.core.text.CharacterFolding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an indicator in the form in which names are compared. The words are data: {@code
 * affinity.yaml}.
 *
 * @param whole the name in simplified characters and lower case, without punctuation, the same
 *     words for the same things
 * @param strong what is left of it without the words that say little of the thing
 * @param numbers the numbers in it, with what they count: 10亿元以上项目 are others than 亿元以上项目
 * @param contrasting words of which another one would make it another thing, by their group
 * @param wholeGrams pairs of neighbouring characters of {@code whole}
 * @param strongGrams pairs of neighbouring characters of {@code strong}
 */
record NameForm(
    String whole,
    String strong,
    Set<String> numbers,
    Map<Integer, Set<String>> contrasting,
    Set<String> wholeGrams,
    Set<String> strongGrams) {
  private static final String OPEN = "~";
  private static final String NEW = "新";
  private static final String RATE = "率";
  private static final String COUNT = "数";
  private static final int HEAD = 2;

  /** No name is longer; of text that is, the end says what it is. */
  private static final int LONGEST = 200;

  private static final List<String> WEAK = longestFirst(AffinityRules.weak());
  private static final Map<String, String> ALIKE = AffinityRules.alike();
  private static final List<String> VARIANTS = longestFirst(ALIKE.keySet());
  private static final List<List<String>> CONTRASTS = AffinityRules.contrasts();

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{IsHan}a-z0-9.+]");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}(?:年度?|届)?");
  private static final Pattern AND_ABOVE = Pattern.compile("(?:省|市|县|自治区)级(?:及)?以上");
  private static final Pattern THRESHOLD = Pattern.compile("[0-9.十百千万亿]+元?");
  private static final Pattern NUMBER = Pattern.compile("[0-9.]+[万亿千百]*(?:元|米|吨|公里|千瓦)?");

  /** The form of the name of a statement's indicator. */
  static NameForm of(Statement statement) {
    String id = statement.indicatorId();
    return of(id.startsWith(OPEN) ? id.substring(OPEN.length()) : statement.indicatorText());
  }

  /** The form of a name. */
  static NameForm of(String name) {
    String cut = name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    String whole = CharacterFolding.fold(cut).toLowerCase(Locale.ROOT);
    whole = PUNCTUATION.matcher(whole).replaceAll("");
    whole = YEAR.matcher(whole).replaceAll("");
    whole = AND_ABOVE.matcher(whole).replaceAll("");
    Set<String> numbers = new TreeSet<>();
    Matcher number = NUMBER.matcher(whole);
    while (number.find()) {
      numbers.add(number.group());
    }
    for (String variant : VARIANTS) {
      String word = ALIKE.get(variant);
      whole = whole.replace(variant, word).replace(word + word, word);
    }
    Map<Integer, Set<String>> contrasting = new HashMap<>();
    for (int i = 0; i < CONTRASTS.size(); i++) {
      for (String word : CONTRASTS.get(i)) {
        if (whole.contains(word)) {
          contrasting.computeIfAbsent(i, group -> new TreeSet<>()).add(word);
        }
      }
    }
    String strong = whole;
    for (String word : WEAK) {
      strong = strong.replace(NEW + word, "").replace(word, "");
    }
    if (strong.endsWith(RATE) || strong.endsWith(COUNT)) {
      strong = strong.substring(0, strong.length() - 1);
    }
    return new NameForm(whole, strong, numbers, contrasting, grams(whole), grams(strong));
  }

  /** Whether both may name one thing as far as numbers and contrasting words tell. */
  boolean agrees(NameForm other) {
    return numbers.equals(other.numbers)
        && contrasting.entrySet().stream()
            .allMatch(
                group -> {
                  Set<String> others = other.contrasting.get(group.getKey());
                  return others == null || others.stream().anyMatch(group.getValue()::contains);
                });
  }

  /** Whether the other name lists only some of what this one does (学校、幼儿园 and 幼儿园). */
  boolean listsMoreThan(NameForm other) {
    return contrasting.entrySet().stream()
        .anyMatch(
            group -> {
              Set<String> others = other.contrasting.getOrDefault(group.getKey(), Set.of());
              return !others.isEmpty()
                  && others.size() < group.getValue().size()
                  && group.getValue().containsAll(others);
            });
  }

  /**
   * Whether both end alike, since what comes before the last word only qualifies it; or each has
   * the end of the other in it, as 科技成果转化 and 转化科技成果.
   */
  boolean sameHead(NameForm other) {
    String mine = head(strong);
    String others = head(other.strong);
    return mine.equals(others) || strongGrams.contains(others) && other.strongGrams.contains(mine);
  }

  /** Whether the other name says the same at its end and qualifies it: 企业 and 四板挂牌企业. */
  boolean suffixOf(NameForm other) {
    return whole.length() > HEAD + 1 && other.whole.endsWith(whole);
  }

  /** Whether all that is left is an amount of money, so that 10亿元以上 may be of anything. */
  boolean threshold() {
    return THRESHOLD.matcher(strong).matches();
  }

  /** Whether the names as written end alike. */
  boolean endsAs(NameForm other) {
    return head(whole).equals(head(other.whole));
  }

  private static String head(String text) {
    return text.substring(Math.max(0, text.length() - HEAD));
  }

  private static Set<String> grams(String text) {
    Set<String> grams = new HashSet<>();
    if (text.length() == 1) {
      grams.add(text);
    }
    for (int i = 0; i + HEAD <= text.length(); i++) {
      grams.add(text.substring(i, i + HEAD));
    }
    return grams;
  }

  private static List<String> longestFirst(Collection<String> words) {
    List<String> sorted = new ArrayList<>(words);
    sorted.sort(
        Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    return sorted;
  }
}
