package io.duibiao.core.extraction;

import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.List;

/** Tells whether and how verbs stand in a name, and which of them stay in it. */
final class Verbs {
  private final WordTrie<Rule> verbs = RuleFile.bundled(Verbs.class, "verbs.yaml").trie();
  private final WordTrie<Rule> leads = RuleFile.bundled(Verbs.class, "lead.yaml").trie();
  private final WordTrie<Rule> fates =
      RuleFile.bundled(Verbs.class, "names.yaml").trie("shared-fates");
  private static final RuleFile PHRASES = RuleFile.bundled(Verbs.class, "phrases.yaml");
  private final WordTrie<Rule> states = PHRASES.trie("what-a-verb-leaves");
  private final WordTrie<Rule> totals = PHRASES.trie("totals-of-what-stands");
  private final List<String> all = PHRASES.rule("said-of-all").words();
  private static final int LONGEST_PREDICATE = 6;
  private final WordClasses classes = new WordClasses();

  /** Whether a short stretch consists of verbs and adverbs only and ends in a verb. */
  boolean isVerbal(String stretch) {
    return classes.isVerbal(stretch);
  }

  /** Whether a verb or a preposition of a receiver begins the stretch. */
  boolean startsWithAny(String stretch) {
    return verbs.startingAt(stretch, 0, stretch.length()) != null;
  }

  /** 全运会17处赛训场馆: behind a measure word a noun is what is counted. */
  boolean startsWithNoun(String behind) {
    WordTrie.Word<Rule> lead = leads.startingAt(behind, 0, behind.length());
    boolean says = lead != null && !lead.value().is("stop") && !lead.value().is("beforeVerb");
    return !says && !startsWithVerb(behind);
  }

  boolean endsInVerb(String name) {
    WordTrie.Word<Rule> verb = verbs.endingAt(name, 0, name.length());
    WordTrie.Word<Rule> lead = leads.endingAt(name, 0, name.length());
    return verb != null && verb.length() > 1 && !verb.value().is("receiver")
        || lead != null && lead.value().is("verb");
  }

  /** Whether the name tells how many there are in all, which no verb has made. */
  boolean endsInTotal(String name) {
    return totals.endingAt(name, 0, name.length()) != null;
  }

  /** Whether the name begins with a verb of its own, so that no verb carries on to it. */
  boolean startsWithVerb(String name) {
    WordTrie.Word<Rule> verb = verbs.startingAt(name, 0, name.length());
    return verb != null && verb.length() > 1;
  }

  /** Whether the stretch tells what was done or happened (通过验收, 入选百强). */
  boolean startsWithDoing(String stretch) {
    WordTrie.Word<Rule> lead = leads.startingAt(stretch, 0, stretch.length());
    boolean does = lead != null && lead.length() > 1 && lead.value().is("verb");
    WordTrie.Word<Rule> verb = verbs.startingAt(stretch, 0, stretch.length());
    does |= verb != null && verb.length() > 1 && !verb.value().is("receiver");
    return does || fates.startingAt(stretch, 0, stretch.length()) != null;
  }

  /** Whether a noun phrase tells of something done (园区引进项目), not of something there (通车里程). */
  boolean holdsVerb(String name) {
    for (int i = 0; i < name.length(); i++) {
      WordTrie.Word<Rule> verb = verbs.startingAt(name, i, name.length());
      WordTrie.Word<Rule> lead = leads.startingAt(name, i, name.length());
      boolean treats = verb != null && verb.length() > 1 && !verb.value().is("receiver");
      boolean does = lead != null && lead.length() > 1 && lead.value().is("verb");
      int end = i + Math.max(treats ? verb.length() : 0, does ? lead.length() : 0);
      if (end > i && states.startingAt(name, end, name.length()) == null) {
        return true;
      }
    }
    return classes.startsWithVerb(name.startsWith("新") ? name.substring(1) : name);
  }

  /**
   * Whether the name tells what was done with a verb of its own, so that no other carries on to it.
   */
  boolean hasOwnVerb(String name) {
    WordTrie.Word<Rule> lead = leads.startingAt(name, 0, name.length());
    if (lead != null && lead.value().is("stop") && classes.startsWithVerb(name)) {
      return true;
    }
    for (int i = 0; i < name.length(); i++) {
      WordTrie.Word<Rule> verb = verbs.startingAt(name, i, name.length());
      if (verb != null && verb.length() > 1 && verb.value().is("keep")) {
        int end = i + verb.length();
        return states.startingAt(name, end, name.length()) == null;
      }
    }
    return false;
  }

  /**
   * What is said of all the things of a list behind its last one: the verbs that it ends in (更新改造),
   * or what follows 全部 (脱贫); empty when nothing is.
   */
  String predicateOfAll(String behind) {
    for (String word : all) {
      int at = behind.indexOf(word);
      if (at >= 2) {
        String said = behind.substring(at + word.length());
        said = said.startsWith("实现") ? said.substring(2) : said;
        return said.length() >= 2 && said.length() <= LONGEST_PREDICATE ? said : "";
      }
    }
    for (int i = 2; i < behind.length() - 2; i++) {
      if (fates.startingAt(behind, i, behind.length()) != null) {
        return behind.substring(i);
      }
    }
    int at = behind.length();
    WordTrie.Word<Rule> verb = verbs.endingAt(behind, 0, at);
    while (verb != null && verb.value().is("keep") && !verb.value().is("reach")) {
      at -= verb.length();
      verb = at >= 2 ? verbs.endingAt(behind, 0, at) : null;
    }
    return at >= 2 ? behind.substring(at) : "";
  }

  /** The verb of treatment that a name begins with and a thing follows, or null. */
  String treatment(String name) {
    WordTrie.Word<Rule> verb = verbs.startingAt(name, 0, name.length());
    boolean treats = verb != null && verb.value().is("keep") && !verb.value().is("reach");
    return treats && verb.length() > 1 && name.length() - verb.length() >= 2 ? verb.text() : null;
  }

  /** A name up to a verb of doing inside it. */
  String upToVerb(String name) {
    for (int i = 2; i < name.length(); i++) {
      WordTrie.Word<Rule> lead = leads.startingAt(name, i, name.length());
      boolean says = lead != null && lead.length() > 1 && !lead.value().is("stop");
      if (says && !lead.value().is("beforeVerb")) {
        return name.substring(0, i);
      }
    }
    return name;
  }

  /** Whether the name is nothing but a verb that stays in names (改造提升). */
  boolean isKept(String name) {
    WordTrie.Word<Rule> word = verbs.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("keep");
  }

  boolean isReceiver(String name) {
    if (name.length() < 1) {
      return false;
    }
    WordTrie.Word<Rule> word = verbs.startingAt(name, 0, name.length());
    return word != null && word.length() == name.length() && word.value().is("receiver");
  }

  /** 助学金惠及90%的在校生: what reached whom; null when the name ends in no verb of reaching. */
  String reaching(String object, String name, Quantity q) {
    WordTrie.Word<Rule> verb = verbs.endingAt(name, 0, name.length());
    boolean share = q.unit() != null && q.unit().isPercent();
    boolean bare = verb != null && name.length() == verb.length() && !share;
    if (verb == null || !verb.value().is("reach") || name.length() - verb.length() == 1 || bare) {
      return null;
    }
    return name + object + (share ? "占比" : "");
  }

  /** 改造12个老旧小区 and 老旧小区改造 name the same: noun, then what was done to it. */
  String withVerb(String object, String name, Quantity q) {
    WordTrie.Word<Rule> verb = verbs.endingAt(name, 0, name.length());
    if (verb == null || !verb.value().is("keep") || object.endsWith(verb.text())) {
      return object;
    }
    boolean people = q.unit() != null && q.unit().base().startsWith("人");
    return people || verb.value().is("first") || startsWithVerb(object) || verb.text().equals("改善")
        ? verb.text() + object
        : object + verb.text();
  }
}
