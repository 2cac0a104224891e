package io.duibiao.core.extraction;

/** What stands between one number and the next. */
enum Gap {
  /** Nothing before it in its sentence. */
  FIRST,
  /** Only a conjunction: the two are one list. */
  LIST,
  /** Text of one clause. */
  SAME,
  /** A comma or 、: the verb may carry on. */
  NEXT,
  /** A stop. */
  STOP
}
