package io.duibiao.core.extraction;

import io.duibiao.core.statement.Measure;
import io.duibiao.core.statement.Operator;
import io.duibiao.core.statement.StatementKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * A statement before document, region and catalog are known; offsets point into its sentence.
 *
 * @param name the indicator's noun phrase, simplified
 * @param numberStart offset of the number as written, verb of change included
 * @param numberEnd offset after it
 * @param quoteStart offset of the clause that names the indicator
 * @param quoteEnd offset after the number's clause
 */
record Claim(
    String name,
    StatementKind kind,
    String period,
    Measure measure,
    Operator op,
    BigDecimal value,
    BigDecimal high,
    String unit,
    int numberStart,
    int numberEnd,
    int quoteStart,
    int quoteEnd,
    List<String> flags) {}
