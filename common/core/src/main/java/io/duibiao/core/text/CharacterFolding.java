package io.duibiao.core.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Folds traditional characters to simplified ones and full-width letters, digits and signs to
 * half-width ones, always one {@code char} to one, so that an offset into the folded text is an
 * offset into the text.
 *
 * <p>Folded to ASCII: full-width letters, digits and signs including {@code （）：；！？％．～－}, every kind
 * of space (U+3000, NBSP, tab is kept, line breaks are kept). Not folded: {@code ，} because {@code
 * ,} is also the thousands separator, and {@code 。、“”《》—…}. Letters keep their case.
 *
 * <p>Traditional to simplified follows HanLP's character table (Apache-2.0, after OpenCC) where it
 * maps one character to one within the basic plane, with a few variants added that reports use.
 */
public final class CharacterFolding {
  private static final String TABLE = "data/dictionary/tc/t2s.txt";

  /**
   * Pairs (variant, standard) that the table lacks: second in each pair is what is written today.
   */
  private static final String VARIANTS =
      "関关硏研舖铺燿耀濬浚俱俱姪侄囍喜廻回悳德慇殷懃勤搆构榖谷燄焰燐磷粧妆荳豆菓果藷薯餽馈鬦斗" + "鬪斗硨砗銲焊鎗枪隄堤霑沾瞭了";

  private static final char[] FOLDED = table();

  private CharacterFolding() {}

  /** The folded form of one character; itself when there is nothing to fold. */
  public static char fold(char c) {
    return FOLDED[c];
  }

  /** The folded form of a text, of exactly its length. */
  public static String fold(CharSequence text) {
    char[] folded = new char[text.length()];
    if (text instanceof String string) {
      string.getChars(0, folded.length, folded, 0);
      for (int i = 0; i < folded.length; i++) {
        folded[i] = FOLDED[folded[i]];
      }
    } else {
      for (int i = 0; i < folded.length; i++) {
        folded[i] = FOLDED[text.charAt(i)];
      }
    }
    return new String(folded);
  }

  private static char[] table() {
    char[] table = new char[1 << 16];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    foldCompatibility(table);
    for (int c = 0xFF01; c <= 0xFF5E; c++) {
      table[c] = (char) (c - 0xFEE0);
    }
    table['，'] = '，';
    foldSigns(table);
    foldTraditional(table);
    for (int c = 0; c < table.length; c++) {
      table[c] = table[table[c]];
    }
    return table;
  }

  /** CJK compatibility ideographs, radicals and small forms, as PDF extraction leaves them. */
  private static void foldCompatibility(char[] table) {
    int[][] blocks = {{0x2E80, 0x2FDF}, {0xF900, 0xFAFF}, {0xFE50, 0xFE6F}};
    for (int[] block : blocks) {
      for (int c = block[0]; c <= block[1]; c++) {
        String folded = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFKC);
        if (folded.length() == 1) {
          table[c] = folded.charAt(0);
        }
      }
    }
    table[0xFE50] = '，';
    table[0xFE51] = '、';
  }

  private static void foldSigns(char[] table) {
    char[] spaces = {'\u00A0', '\u3000', '\u202F', '\u205F', '\u1680'};
    for (char c : spaces) {
      table[c] = ' ';
    }
    for (char c = '\u2000'; c <= '\u200A'; c++) {
      table[c] = ' ';
    }
    for (char c = '\u2010'; c <= '\u2013'; c++) {
      table[c] = '-';
    }
    table['\u2212'] = '-';
    table['\u301C'] = '~';
    table['\u223C'] = '~';
    table['\uFF61'] = '。';
    table['\uFF64'] = '、';
  }

  private static void foldTraditional(char[] table) {
    try (InputStream stream = CharacterFolding.class.getClassLoader().getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException("HanLP's character table is missing: " + TABLE);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.length() == 3 && line.charAt(1) == '=') {
          table[line.charAt(0)] = line.charAt(2);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i < VARIANTS.length(); i += 2) {
      table[VARIANTS.charAt(i)] = VARIANTS.charAt(i + 1);
    }
  }
}
