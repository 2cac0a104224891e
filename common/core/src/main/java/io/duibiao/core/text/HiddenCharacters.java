package io.duibiao.core.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Characters that a reader does not see or that only decorate: controls, marks of direction and
 * joining, variation selectors, halves of surrogate pairs, and pictographs. They stand in the
 * middle of words and before headings of copied and of manipulated pages.
 */
public final class HiddenCharacters {
  /** Signs of punctuation and reckoning that Unicode also counts among the pictographs. */
  private static final String KEPT = "\u2753\u2754\u2755\u2757\u2795\u2796\u2797";

  /** Blank letters and selectors that are neither control nor format characters by category. */
  private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0";

  private static final boolean[] HIDDEN = hidden();

  private HiddenCharacters() {}

  /**
   * The text without them. Tabs, line feeds, carriage returns, form feeds and vertical tabs stay.
   */
  public static String remove(String text) {
    StringBuilder kept = null;
    int i = 0;
    while (i < text.length()) {
      int width = hiddenAt(text, i);
      if (width > 0 && kept == null) {
        kept = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (width == 0) {
        width = Character.charCount(text.codePointAt(i));
        if (kept != null) {
          kept.append(text, i, i + width);
        }
      }
      i += width;
    }
    return kept == null ? text : kept.toString();
  }

  /** How many chars from here on form one hidden character; 0 where one can be seen. */
  private static int hiddenAt(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return HIDDEN[c] ? 1 : 0;
    }
    int point = text.codePointAt(at);
    if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
      return 1;
    }
    return Character.getType(point) == Character.FORMAT
            || point >= 0xE0100 && point <= 0xE01EF
            || UCharacter.hasBinaryProperty(point, UProperty.EXTENDED_PICTOGRAPHIC)
            || UCharacter.hasBinaryProperty(point, UProperty.EMOJI)
        ? 2
        : 0;
  }

  private static boolean[] hidden() {
    boolean[] hidden = new boolean[1 << 16];
    for (int c = 0; c < hidden.length; c++) {
      int type = Character.getType(c);
      hidden[c] =
          type == Character.FORMAT
              || type == Character.CONTROL && "\t\n\r\f\u000B\u0085".indexOf(c) < 0
              || c >= 0xFE00 && c <= 0xFE0F
              || c >= 0x180B && c <= 0x180F
              || BLANK.indexOf(c) >= 0
              || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_PRESENTATION)
                  && KEPT.indexOf(c) < 0;
    }
    return hidden;
  }
}
