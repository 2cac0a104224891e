package io.duibiao.streaming.record;

/** Text of strangers in log lines: bounded, on one line, and nothing that a terminal obeys. */
public final class LogText {
  /** The most characters that are shown. */
  public static final int MAX_CHARACTERS = 200;

  private LogText() {}

  /**
   * The text as it may be logged. Control and format characters, separators of lines and lone
   * surrogates are shown as their code.
   *
   * @param text any text, or null
   */
  public static String of(String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder shown = new StringBuilder();
    int shownUpTo = 0;
    while (shownUpTo < text.length() && shown.length() < MAX_CHARACTERS) {
      int character = text.codePointAt(shownUpTo);
      switch (Character.getType(character)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED ->
            shown.append("\\u{").append(Integer.toHexString(character)).append('}');
        default -> shown.appendCodePoint(character);
      }
      shownUpTo += Character.charCount(character);
    }
    return shownUpTo < text.length()
        ? shown + "… (" + text.length() + " characters)"
        : shown.toString();
  }
}
