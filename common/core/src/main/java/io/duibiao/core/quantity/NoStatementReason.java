package io.duibiao.core.quantity;

import java.util.Locale;

/** Why a number of a text is no statement. */
public enum NoStatementReason {
  /** A year, a day, a time, the length of a run of years. */
  DATE,
  /** Part of a name or slogan: 1+2+8, 5G, 二十条. */
  NAME,
  /** A part of a ratio: 生师比1:15. Those of the three sectors are statements. */
  RATIO,
  /** An ordinal of a list: 一是, 第一. */
  ORDINAL,
  /** A telephone or document number. */
  DOCUMENT_NUMBER,
  /** Navigation, counters, footers. */
  PAGE_FURNITURE,
  /** Notes and explanations of terms behind a report. */
  GLOSSARY,
  /** Only selects what is counted: 60岁以上老人. */
  POPULATION_SELECTOR,
  /** A template with masked digits. */
  MASKED,
  /** The value that something came from: 由50%提高到60%. */
  STARTING_VALUE,
  /** Too vague to be a number: 七八个. */
  VAGUE,
  /** The number counts nothing that can be named. */
  NO_INDICATOR;

  /** The name used in output: the constant in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
