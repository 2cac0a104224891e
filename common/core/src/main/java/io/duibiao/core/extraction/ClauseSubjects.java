package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.List;

/** Finds the subject that a clause without a number names for the next one. */
final class ClauseSubjects {
  private static final int LONGEST_PILOT = 24;
  private static final List<String> TRYING = List.of("开展", "实行", "推行", "实施", "启动", "进行");
  private static final int LONGEST_CLAUSE = 60;
  private static final int LONGEST_OBJECT = 12;
  private final LeadReader leadReader = new LeadReader();
  private final List<String> giving =
      RuleFile.bundled(ClauseSubjects.class, "phrases.yaml").rule("giving").words();
  private final WordTrie<Rule> leads = RuleFile.bundled(ClauseSubjects.class, "lead.yaml").trie();
  private final RelationReader relations;
  private final IndicatorNames names;
  private final NameCleaner cleaner;
  private final Verbs verbs;
  private final NameLists lists;
  private final WordTrie<Rule> frames =
      RuleFile.bundled(ClauseSubjects.class, "names.yaml").trie("frames");

  ClauseSubjects(
      RelationReader relations,
      IndicatorNames names,
      NameCleaner cleaner,
      Verbs verbs,
      NameLists lists) {
    this.lists = lists;
    this.relations = relations;
    this.names = names;
    this.cleaner = cleaner;
    this.verbs = verbs;
  }

  /** 粮食产量稳定增长，达到5万吨: the subject of the clause before, up to its verb. */
  List<String> before(String s, Mention m, List<String> regions) {
    int end = m.from - 1;
    if (end < 2 || s.charAt(end) != '，' && s.charAt(end) != ',') {
      return List.of();
    }
    int from = clauseStart(s, end);
    if (frames.startingAt(s, from, end) != null && from > 1) {
      int stop = from - 1;
      int begin = clauseStart(s, stop);
      int lead = leadReader.read(s, begin, stop, regions).end;
      String whole = cleaner.clean(s.substring(lead, stop));
      return lists.isMeasured(whole) ? List.of(whole) : List.of();
    }
    if (isCondition(s, from, end) && from > 1) {
      int begin = clauseStart(s, from - 1);
      int lead = leadReader.read(s, begin, from - 1, regions).end;
      return built(s.substring(lead, from - 1));
    }
    int start = leadReader.read(s, from, end, regions).end;
    if (end > start && "向给为对".indexOf(s.charAt(start)) >= 0) {
      return given(s.substring(start + 1, end));
    }
    String raised = raised(s, behindRun(s, start, end), end);
    if (raised != null) {
      return List.of(raised);
    }
    String all = m.relation.origin ? cleaner.clean(s.substring(start, end)) : "";
    if (lists.isMeasured(all) && !verbs.startsWithVerb(all)) {
      return List.of(all);
    }
    int stop = start;
    while (stop < end && !predicate(s, stop, start, end)) {
      stop++;
    }
    boolean ground = stop > start + 2 && s.charAt(stop - 1) == '在' && stop < end;
    String subject = cleaner.clean(s.substring(start, ground ? stop - 1 : stop));
    boolean whole = stop == end && isNoun(subject, m);
    boolean names = subject.length() >= 2 && (stop < end || whole) && !verbs.endsInVerb(subject);
    boolean noun = subject.startsWith("服务") || !verbs.startsWithVerb(subject);
    return names && noun ? List.of(subject) : List.of();
  }

  /**
   * 骨干企业26家，龙头企业实现倍增，达到12家: the subject of a clause without a number between two with one; empty
   * when there is no such clause or it names no subject of its own.
   */
  List<String> anew(String s, Mention m, int numberEnd, List<String> regions) {
    int end = m.from - 1;
    if (numberEnd == 0 || end <= numberEnd || clauseStart(s, end) <= numberEnd) {
      return List.of();
    }
    List<String> named = before(s, m, regions);
    boolean own = named.size() == 1 && named.get(0).length() > 2 && !names.dependent(named.get(0));
    return own && clauseStart(s, end) > numberEnd ? named : List.of();
  }

  /** 研发经费，从5亿元增加到8亿元: a clause that only names what the next one tells of. */
  private boolean isNoun(String clause, Mention m) {
    boolean told = m.relation.origin || m.relation.to || m.relation.state || m.relation.change != 0;
    return told
        && (m.relation.origin || lists.isMeasured(clause))
        && clause.chars().noneMatch(c -> NumberScanner.isArabic((char) c));
  }

  /** 加大安居工程建设力度，今年新开工700套: what the clause before says is being built, or empty. */
  String work(String s, Mention m, List<String> regions) {
    int end = m.from - 1;
    if (end < 2 || "，,".indexOf(s.charAt(end)) < 0) {
      return "";
    }
    int from = clauseStart(s, end);
    List<String> thing = built(s.substring(leadReader.read(s, from, end, regions).end, end));
    return thing.isEmpty() ? "" : thing.get(0);
  }

  /** 开展税费改革试点，2002年试点扩大到20个省: what is being tried out in a clause before, or empty. */
  String pilot(String s, int before) {
    int end = before < 1 ? -1 : s.lastIndexOf("试点", before - 1);
    for (int at = end - 4; at >= Math.max(0, end - LONGEST_PILOT); at--) {
      for (String verb : TRYING) {
        if (s.startsWith(verb, at)) {
          return s.substring(at + verb.length(), end + 2);
        }
      }
    }
    return "";
  }

  /** 在确保质量的前提下: under what condition something is done is not what is done. */
  private static boolean isCondition(String s, int from, int end) {
    String clause = s.substring(from, end);
    return clause.startsWith("在")
        && (clause.endsWith("下") || clause.endsWith("基础上") || clause.endsWith("同时"));
  }

  /** 推进安居工程建设，在…前提下，建成500套: what is built is what the clause says is being built. */
  private static List<String> built(String clause) {
    String thing = clause.replaceFirst("建设(力度|步伐|工作)?$", "");
    return thing.length() < clause.length() && thing.length() >= 4 ? List.of(thing) : List.of();
  }

  /** 推进清洁取暖项目，改造完成12户: what the clause before was done to, or null. */
  String objectBefore(String s, Mention m, List<String> regions) {
    int end = m.from - 1;
    if (end < 4 || s.charAt(end) != '，') {
      return null;
    }
    int from = clauseStart(s, end);
    int start = leadReader.read(s, from, end, regions).end;
    String clause = start > from ? s.substring(start, end) : "";
    String object = cleaner.clean(clause.replaceFirst("(项目建设|工程建设|建设力度|项目|工程|工作|建设|行动|力度)$", ""));
    boolean plain = object.chars().noneMatch(c -> Character.isDigit(c) || "、“”()".indexOf(c) >= 0);
    return plain && object.length() >= 2 && object.length() <= LONGEST_OBJECT ? object : null;
  }

  private static int clauseStart(String s, int end) {
    int from = end;
    while (from > 0 && "，,;:。".indexOf(s.charAt(from - 1)) < 0 && end - from < LONGEST_CLAUSE) {
      from--;
    }
    return from;
  }

  /** 连续8年提高养老金: the offset behind how long something went on. */
  private static int behindRun(String s, int start, int end) {
    int at = s.startsWith("连续", start) ? start + 2 : start;
    int from = at + (s.startsWith("第", at) ? 1 : 0);
    int stop = from;
    while (stop < end && NumberScanner.starts(s.charAt(stop))) {
      stop++;
    }
    return at > start && stop > from && s.startsWith("年", stop) ? stop + 1 : start;
  }

  /** 三次较大幅度提高粮食收购价，幅度超过20%: what was raised so many times, or null. */
  private String raised(String s, int start, int end) {
    int at = start;
    while (at < end && NumberScanner.starts(s.charAt(at))) {
      at++;
    }
    at += at > start && at < end && s.charAt(at) == '次' ? 1 : start - at;
    int manner = s.indexOf("幅度", at);
    boolean much = manner >= 0 && manner <= at + 2;
    at = much ? manner + 2 : s.startsWith("大幅", at) ? at + 2 : at;
    boolean raises = s.startsWith("提高", at) || s.startsWith("上调", at) || s.startsWith("降低", at);
    if (!raises || end - at < 4) {
      return null;
    }
    String object = cleaner.clean(s.substring(at + 2, end)).replaceFirst("水平$", "");
    boolean paid = at > start || IndicatorNames.isPaidPerHead(object);
    return object.length() >= 2 && paid ? object : null;
  }

  /** 向山区学生发放交通补助，每人600元: the amount is that of what is given. */
  private List<String> given(String clause) {
    for (String verb : giving) {
      int at = clause.lastIndexOf(verb);
      if (at > 0) {
        String object = cleaner.clean(clause.substring(at + verb.length()));
        return object.length() >= 2 ? List.of(object) : List.of();
      }
    }
    return List.of();
  }

  /** Whether a predicate starts at a place: a relation, an adverb or a verb of doing. */
  private boolean predicate(String s, int at, int start, int end) {
    if (at < start + 2) {
      return false;
    }
    WordTrie.Word<Rule> lead = leads.startingAt(s, at, end);
    if (lead != null && lead.value().is("stop") && s.startsWith("基本", at)) {
      return false;
    }
    if (relations.startsWord(s, at)
        || relations.startsLongWord(s, at)
        || names.startsPredicate(s, at, end)) {
      return true;
    }
    return lead != null && lead.length() > 1 && !lead.value().is("stop");
  }
}
