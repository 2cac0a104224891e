package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.quantity.NumberScanner;
import io.duibiao.core.quantity.Quantity;
import io.duibiao.core.quantity.Reading;
import io.duibiao.core.quantity.Unit;
import io.duibiao.core.quantity.UnitTable;
import io.duibiao.core.statement.Operator;
import java.util.List;

/**
 * Reads the ratio of the three sectors of the economy, which tells the share of each:
 * 三次产业比例由10.1∶41.2∶48.7调整为9.8∶40.5∶49.7.
 */
final class SectorShares {
  private static final int SECTORS = 3;
  private static final String[] NAMES = {"第一产业占比", "第二产业占比", "第三产业占比"};
  private static final List<String> HEADS =
      List.of("三次产业", "三产比", "三产结构", "一二三产", "一、二、三产", "一二三次产业", "产业结构比");

  private SectorShares() {}

  static String name(int sector) {
    return NAMES[sector - 1];
  }

  /** The share that the reading is, or null. */
  static Mention at(
      CharSequence s, Clauses clauses, List<Reading> readings, int i, List<Mention> before) {
    if (readings.get(i).reason() != NoStatementReason.RATIO) {
      return null;
    }
    Mention last = before.isEmpty() ? null : before.get(before.size() - 1);
    boolean follows = last != null && last.reading == i - 1 && last.sector % SECTORS != 0;
    if (follows) {
      return share(s, readings.get(i), i, last.sector + 1);
    }
    return parts(readings, i, s) == SECTORS && headed(s, clauses, readings.get(i).start())
        ? share(s, readings.get(i), i, 1)
        : null;
  }

  private static Mention share(CharSequence s, Reading reading, int i, int sector) {
    Unit percent = UnitTable.bundled().at("%", 0, 1);
    Quantity quantity =
        new Quantity(
            reading.start(),
            reading.end(),
            reading.end(),
            NumberScanner.at(s, reading.start(), reading.end()).value(),
            null,
            percent,
            Operator.EQ,
            false,
            false,
            false);
    Mention mention = new Mention(i, quantity, false);
    mention.sector = sector;
    return mention;
  }

  /** How many parts the ratio has that starts with a reading. */
  private static int parts(List<Reading> readings, int i, CharSequence s) {
    int parts = 1;
    for (int k = i + 1; k < readings.size(); k++) {
      boolean joined =
          readings.get(k).reason() == NoStatementReason.RATIO
              && readings.get(k).start() - readings.get(k - 1).end() <= 2
              && !Character.isLetter(s.charAt(readings.get(k - 1).end()));
      if (!joined) {
        break;
      }
      parts++;
    }
    return parts;
  }

  /** Whether the clause names the three sectors; it goes on behind the colons of a first ratio. */
  private static boolean headed(CharSequence s, Clauses clauses, int at) {
    int from = at;
    while (from > 0 && "，,。;".indexOf(s.charAt(from - 1)) < 0) {
      from--;
    }
    String head = s.subSequence(from, at).toString();
    return HEADS.stream().anyMatch(head::contains);
  }
}
