package io.duibiao.core.extraction;

/** What stands before an indicator in its clause. Filled while reading to the right. */
final class Lead {
  /** Offset where the lead ends; the indicator starts here. */
  int end;

  /** Whether a verb of doing was among it. */
  boolean verb;

  /** Whether 新增 or 净增 was among it. */
  boolean gain;

  /** Whether 压减 or its like was among it. */
  boolean shrink;

  boolean target;
  boolean estimate;
  boolean cumulative;

  /** Whether 去年 or 上年 was among it. */
  boolean lastYear;

  /** The verb of coming into being (签约) that it ends in, or empty. */
  String gaining = "";

  /** Whether 至少 was among it. */
  boolean atLeast;

  /** Whether it says that it has already been done. */
  boolean done;

  /** Whether any word was read. */
  boolean any;
}
