package io.duibiao.core.extraction;

import io.duibiao.core.statement.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a clause leaves behind for those after it that drop their subject or verb. */
final class Memory {
  private static final int TABLE_LINE = 40;

  /** 2022年前三季度、 */
  private static final int LONGEST_TIME = 10;

  /** The subjects last named; empty when none may carry on. */
  List<String> subjects = List.of();

  /** Base unit of what was read last; empty when nothing was. */
  String unit = "";

  /** Subjects of the amounts read one after another, the last one last. */
  List<String> siblings = new ArrayList<>();

  /** The same of amounts of whatever unit. */
  final List<String> amounts = new ArrayList<>();

  /** The subject of this sentence that was counted last in each base unit. */
  final Map<String, String> counted = new HashMap<>();

  /** Offset behind the number read last in this sentence. */
  int numberEnd;

  /** Base unit of those amounts. */
  String siblingUnit = "";

  /** Whether the number read last was a growth. */
  boolean growth;

  /** Whether the number read last was a rank. */
  boolean ranked;

  /** Whether the number read last was where a change came from. */
  boolean origin;

  /** Whether the number read last added up over a span rather than stood at its end. */
  boolean flows;

  /** Offset of the clause that named them. */
  int subjectStart;

  /** The lead of the clause that carries on through an enumeration, or null. */
  Lead lead;

  /** The verb of treatment that the list being read began with, or null. */
  String treatment;

  /** The base unit of what was treated. */
  String treatedUnit = "";

  /** Whether what was treated is counted by pieces. */
  boolean treatedCounts;

  /** The thing whose treatments are counted one after another (开工3个、续建5个), or empty. */
  String object = "";

  /** The year or span read last, or null. */
  PeriodReader.Period period;

  /** The span over which the total read last adds up where its own clause says so, or null. */
  PeriodReader.Period run;

  /** Whether this sentence was about that total; it is kept for the sentence behind, no farther. */
  boolean runSaid;

  /** The period of the statement made last in this sentence, or null. */
  String told;

  /** The number of this sentence that was compared with the time before the span, or null. */
  Mention since;

  /** The time read last when that one was. */
  PeriodReader.Period sinceWithin;

  /** The span of years that a clause of this sentence began with, or null. */
  private PeriodReader.Period span;

  /** The year that 今年 means, or 0 when it is the year of the part. */
  int thisYear;

  /** The part of its year that the report is on (the first half), or null when it is on all. */
  Period.Part reported;

  /** The times of a list (一季度、上半年) to which 分别 deals out numbers, or those read last. */
  final List<PeriodReader.Period> times = new ArrayList<>();

  /** Whether (预计,下同) was read in this paragraph. */
  boolean estimate;

  /** Whether a sentence of this paragraph of a plan has turned to the year before (过去一年，). */
  boolean lookingBack;

  /** Ordinal of the paragraph. */
  int paragraph = -1;

  /** Whether the sentence before was a line without a stop, as the lines of a table are. */
  boolean open;

  /** Whether the subjects come from the line before. */
  boolean carried;

  /** Takes note of an amount whose subject was named. */
  void amount(String subject, String unit) {
    amounts.add(subject);
    counted.put(unit, subject);
    if (!unit.equals(siblingUnit)) {
      siblings.clear();
    }
    siblingUnit = unit;
    siblings.add(subject);
  }

  /** Offset where the last of these times starts. */
  private int timesEnd;

  /** Whether the time read last stands before a place, in another clause. */
  boolean saidBefore(int at) {
    return timesEnd < at;
  }

  /** Whether a time at a place, behind 、 or 和, goes on with a list of times. */
  boolean listsTimes(int at) {
    return !times.isEmpty() && at - timesEnd <= LONGEST_TIME;
  }

  /** A time that began within a sentence reaches no farther than the next semicolon. */
  void endPassing() {
    if (timesEnd > 0) {
      period = null;
      times.clear();
    }
  }

  /** Takes note of a time; {@code joins} when it goes on with a list of times. */
  void time(PeriodReader.Period read, int at, boolean joins) {
    if (!joins) {
      times.clear();
    }
    PeriodReader.Period meant = anchored(read);
    times.add(meant);
    timesEnd = at;
    period = meant;
    if (read.first() < read.last()) {
      span = meant;
    }
  }

  /** 五年 in a sentence that began with 十四五期间 are the years of that plan. */
  PeriodReader.Period anchored(PeriodReader.Period read) {
    boolean same =
        span != null
            && read.first() < read.last()
            && read.last() - read.first() == span.last() - span.first();
    return same ? span : read;
  }

  /** Forgets what does not reach over the end of a sentence. */
  void sentence(int ordinal, String text) {
    carried = open && ordinal != paragraph && !subjects.isEmpty();
    if (!carried) {
      subjects = List.of();
      lead = null;
      period = null;
      times.clear();
      growth = false;
      flows = false;
      siblings.clear();
      amounts.clear();
      unit = "";
    }
    if (!runSaid) {
      run = null;
    }
    runSaid = false;
    span = null;
    since = null;
    told = null;
    object = "";
    counted.clear();
    numberEnd = 0;
    treatment = null;
    subjectStart = 0;
    open = text.length() <= TABLE_LINE && "。;！？!?".indexOf(text.charAt(text.length() - 1)) < 0;
    if (ordinal != paragraph) {
      paragraph = ordinal;
      estimate = false;
      lookingBack = false;
    }
  }
}
