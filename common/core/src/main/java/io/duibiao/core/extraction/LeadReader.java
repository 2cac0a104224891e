package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Numeral;
import io.duibiao.core.rules.Rule;
import io.duibiao.core.rules.RuleFile;
import io.duibiao.core.rules.WordTrie;
import java.util.List;

/** Reads time, adverbs and verbs of doing off the beginning of a clause. */
final class LeadReader {
  private final WordTrie<Rule> words = RuleFile.bundled(LeadReader.class, "lead.yaml").trie();

  /**
   * Reads from {@code from} to the right, not further than {@code to}.
   *
   * @param regions names of the report's own region
   */
  Lead read(CharSequence s, int from, int to, List<String> regions) {
    Lead lead = new Lead();
    int at = from;
    while (at < to) {
      int next = time(s, at, to);
      if (next < 0) {
        next = region(s, at, to, regions);
      }
      if (next < 0) {
        WordTrie.Word<Rule> word = words.startingAt(s, at, to);
        if (word == null || insideName(s, at, to, word)) {
          break;
        }
        take(lead, word);
        next = at + word.length();
      }
      at = next;
      lead.any = true;
    }
    lead.end = at;
    return lead;
  }

  private static void take(Lead lead, WordTrie.Word<Rule> word) {
    Rule rule = word.value();
    lead.verb |= rule.is("verb");
    lead.gain |= rule.is("new");
    lead.shrink |= rule.is("shrink");
    lead.target |= "target".equals(rule.say("kind"));
    lead.estimate |= "estimate".equals(rule.say("flag"));
    lead.cumulative |= "cumulative".equals(rule.say("flag"));
    lead.lastYear |= word.text().equals("去年") || word.text().equals("上年");
  }

  /** A word that with what follows makes another word is part of the name. */
  private static boolean insideName(CharSequence s, int at, int to, WordTrie.Word<Rule> word) {
    int end = at + word.length();
    char next = end < to ? s.charAt(end) : ' ';
    char first = s.charAt(at);
    if (word.length() == 1) {
      return switch (first) {
        case '达' -> next == '标' || next == '产';
        case '有' -> next == '效' || next == '线' || next == '色' || next == '机' || next == '轨';
        case '现' -> next == '代' || next == '役' || next == '金';
        case '在' ->
            next == '建' || next == '校' || next == '册' || next == '园' || next == '籍' || next == '线';
        case '地' -> true;
        case '及' -> next == '时';
        case '和' -> next == '谐' || next == '美';
        case '共' -> next == '享' || next == '同' || next == '建';
        case '再' -> next == '生' || next == '就' || next == '制';
        case '已' -> false;
        case '要' -> next == '素';
        case '均' -> next == '衡';
        case '获' -> false;
        case '将' -> false;
        case '都' -> next == '市';
        case '并' -> next == '网' || next == '购';
        case '与' -> false;
        case '还' -> next == '款' || next == '贷';
        default -> false;
      };
    }
    return switch (word.text()) {
      case "重点",
          "基本",
          "创新",
          "规范",
          "系统",
          "科学",
          "地区",
          "集中",
          "快速",
          "基层",
          "优先",
          "平均",
          "对外",
          "实际",
          "加快",
          "推进",
          "创建",
          "安排",
          "建设",
          "年度",
          "常态",
          "提前",
          "整体" ->
          keepsAsNoun(s, at, end, to, word.text());
      case "投资", "利用", "计划", "目标", "组织", "发行", "储备", "保障", "落实", "开发", "发展" ->
          end >= to || word.text().equals("投资");
      default -> false;
    };
  }

  private static boolean keepsAsNoun(CharSequence s, int at, int end, int to, String word) {
    return switch (word) {
      case "基本" ->
          !startsWith(s, end, to, "建成")
              && !startsWith(s, end, to, "完成")
              && !startsWith(s, end, to, "实现");
      case "建设", "创建", "安排", "推进", "加快" -> end >= to;
      default -> true;
    };
  }

  private static boolean startsWith(CharSequence s, int at, int to, String word) {
    return at + word.length() <= to
        && s.subSequence(at, at + word.length()).toString().equals(word);
  }

  private static int region(CharSequence s, int at, int to, List<String> regions) {
    for (String region : regions) {
      if (startsWith(s, at, to, region)) {
        return at + region.length();
      }
    }
    return -1;
  }

  /** The end of a year or a span of years written at a place, or -1. */
  private static int time(CharSequence s, int from, int to) {
    int at = from;
    char first = s.charAt(at);
    if (first == '到' || first == '至' || first == '自' || first == '从') {
      at++;
    } else if (startsWith(s, at, to, "截至") || startsWith(s, at, to, "截止")) {
      at += 2;
    }
    int start = at;
    boolean year = false;
    while (at < to && NumberScanner.starts(s.charAt(at))) {
      Numeral n = NumberScanner.at(s, at, to);
      if (n == null || n.end() >= to) {
        break;
      }
      char unit = s.charAt(n.end());
      boolean bareYear = Years.at(s, at, to) > 0;
      if ((unit == '-' || unit == '—' || unit == '至' || unit == '~')
          && (bareYear || unit == '-' || unit == '—')) {
        at = n.end() + 1;
        continue;
      }
      if (unit == '年' && (bareYear || n.chinese() || n.value().intValue() < 20)
          || unit == '月'
          || unit == '日') {
        at = n.end() + 1;
        year = true;
        continue;
      }
      break;
    }
    if (!year) {
      if (startsWith(s, from, to, "上半年") || startsWith(s, from, to, "下半年")) {
        return from + 3;
      }
      return -1;
    }
    while (at < to) {
      char c = s.charAt(at);
      if (c == '末' || c == '底' || c == '初' || c == '来' || c == '内' || c == '间' || c == '度') {
        at++;
      } else if (startsWith(s, at, to, "以来")
          || startsWith(s, at, to, "期间")
          || startsWith(s, at, to, "上半年")
          || startsWith(s, at, to, "年度")) {
        at += startsWith(s, at, to, "上半年") ? 3 : 2;
      } else {
        break;
      }
    }
    return at > start ? at : -1;
  }
}
