package io.duibiao.streaming.options.internal;

import io.duibiao.streaming.options.Option;

/** The documentation of the options as a Markdown table, made from their declarations. */
public final class OptionsTable {
  private OptionsTable() {}

  /** The table, one row per option. */
  public static String markdown() {
    StringBuilder table =
        new StringBuilder("| option | default | allowed | meaning |\n| --- | --- | --- | --- |\n");
    for (Option<?> option : OptionValues.declared()) {
      Object value = option.defaultValue();
      table
          .append("| `")
          .append(option.key())
          .append("` | ")
          .append(
              value == null
                  ? "none"
                  : value.equals("") ? "empty" : "`" + Declare.Format.value(value) + "`")
          .append(" | ")
          .append(escape(option.allowed()))
          .append(option.secret() ? "; secret: file or environment only" : "")
          .append(" | ")
          .append(escape(option.text()))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String escape(String text) {
    return text.replace("|", "\\|");
  }
}
