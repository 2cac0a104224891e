package io.duibiao.core.quantity;

import java.math.BigDecimal;

/**
 * A number as it stands in a text, with its magnitude but without its unit.
 *
 * @param start offset of its first character
 * @param end offset after its last character, magnitude and 余, 多 included
 * @param value the number, 1.2万 being 12000
 * @param chinese whether it is written in Chinese numerals
 * @param magnitude whether it carries 万 or 亿
 * @param more whether it carries 余 or 多: a little more than it says
 * @param percent whether it is itself a share (百分之八, 三分之一, 两成), its value in %
 * @param digits for Chinese numerals, whether they are read one by one (二〇二三)
 */
public record Numeral(
    int start,
    int end,
    BigDecimal value,
    boolean chinese,
    boolean magnitude,
    boolean more,
    boolean percent,
    boolean digits) {}
