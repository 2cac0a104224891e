package io.duibiao.local.cli;

/** Makes text that came from outside safe to show on a terminal. */
final class Printable {
  private Printable() {}

  /** The text on one line, without the control characters that a terminal would obey. */
  static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || isInvisible(c) ? ' ' : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** Line separators, and marks that turn the direction of the text that follows. */
  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
