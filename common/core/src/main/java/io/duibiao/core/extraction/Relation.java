package io.duibiao.core.extraction;

import io.duibiao.core.statement.Operator;

/** What stands between an indicator and its number. Filled while reading to the left. */
final class Relation {
  /** Offset where the relation starts; the indicator ends here. */
  int start;

  /** 1 for rising, -1 for falling, 0 for none. */
  int change;

  /** Whether the number is where a change arrived (提高到). */
  boolean to;

  /** Whether a noun such as 增速 names the change. */
  boolean noun;

  /** Whether the verb of change may also treat what is counted (提升7家中心). */
  boolean treats;

  /** Whether it does so here. */
  boolean treated;

  /** Whether several subjects share it (分别, 均). */
  boolean each;

  /** Whether it is a word of position (位居). */
  boolean rank;

  /** Whether it is compared with an earlier period. */
  boolean compared;

  /** Whether it says that the number is a state (达, 为, 提高到), not a gain. */
  boolean state;

  /** Whether it is a verb of doing (完成, 实现). */
  boolean doing;

  /** Whether what it is compared with stands behind 高于 or its like. */
  boolean against;

  /** Whether it promises. */
  boolean target;

  /** Whether the number is where a change came from (由A提高到B). */
  boolean origin;

  /** Whether nothing was found. */
  boolean empty = true;

  Operator op = Operator.EQ;
  boolean estimate;
  boolean cumulative;
  boolean comparable;
}
