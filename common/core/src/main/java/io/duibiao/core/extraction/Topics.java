package io.duibiao.core.extraction;

import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.List;

/**
 * Finds what a sentence is about when a clause gives only a side of it: the industry (做大做强铜材产业，…，
 * 力争产业产值突破50亿元) or the crop (粮食生产实现丰收，总产量达15亿斤).
 */
final class Topics {
  private static final int LONGEST_TOPIC = 14;
  private static final RuleFile FILE = RuleFile.bundled(Topics.class, "names.yaml");
  private static final List<String> WHOLE = List.of("全产业链", "产业链", "产业集群", "产业");
  private final WordTrie<Rule> sides = FILE.trie("sides-of-a-branch");
  private final WordTrie<Rule> crops = FILE.trie("sides-of-a-crop");
  private final WordTrie<Rule> topics = FILE.trie("topics");
  private final WordTrie<Rule> openings = FILE.trie("openings-of-topics");
  private final LeadReader leads = new LeadReader();

  /** The full name of a side (产业产值) that the sentence's industry has, or null. */
  String side(String s, Mention first, String name, List<String> regions) {
    String whole = "";
    for (String one : WHOLE) {
      if (name.startsWith(one)) {
        whole = one;
        break;
      }
    }
    if (!sides.isWord(name, whole.length(), name.length())) {
      return null;
    }
    int from = s.lastIndexOf(';', first.from) + 1;
    while (from < first.from) {
      int end = from;
      while (end < first.from && "，,:。、".indexOf(s.charAt(end)) < 0) {
        end++;
      }
      String topic = topic(s, from, end, regions);
      if (topic != null) {
        WordTrie.Word<Rule> tail = topics.endingAt(topic, 0, topic.length());
        boolean bare = whole.isEmpty() || tail == null;
        return (bare ? topic : topic.substring(0, topic.length() - tail.length())) + name;
      }
      from = end + 1;
    }
    return null;
  }

  /** The industry that a clause names, without the verbs before it, or null. */
  private String topic(String s, int from, int to, List<String> regions) {
    int at = from;
    int moved = -1;
    while (at > moved && at < to) {
      moved = at;
      at = leads.read(s, at, to, regions).end;
      WordTrie.Word<Rule> opening = at < to ? openings.startingAt(s, at, to) : null;
      at += opening == null ? 0 : opening.length();
    }
    for (int i = at + 2; i < to && i <= at + LONGEST_TOPIC; i++) {
      WordTrie.Word<Rule> word = topics.startingAt(s, i, to);
      if (word == null || s.startsWith("条", i + word.length())) {
        continue;
      }
      String topic = s.substring(at, i + word.length());
      boolean named =
          topic.chars().noneMatch(c -> Character.isDigit(c) || "“”()的等".indexOf(c) >= 0);
      return named ? topic : null;
    }
    return null;
  }

  /** 粮食生产 before 总产量: the crop whose output or area the name is, or null. */
  String crop(String name, List<String> before) {
    if (before.size() != 1 || !crops.isWord(name, 0, name.length())) {
      return null;
    }
    String crop = before.get(0).replaceFirst("(生产|产业|种植|收成)$", "");
    boolean plain = crop.length() >= 2 && crop.length() <= 6;
    plain &= openings.startingAt(crop, 0, crop.length()) == null;
    return plain && crop.chars().noneMatch(Character::isDigit) ? crop + name : null;
  }
}
