package io.duibiao.core.extraction;

import io.duibiao.core.quantity.NoStatementReason;
import io.duibiao.core.statement.Statement;
import java.util.List;

/**
 * A number of a cleaned text with its statements or the reason why it makes none.
 *
 * @param text the number as written
 * @param start its offset in the cleaned text
 * @param end the offset after it
 * @param statements what it says; empty when {@code reason} is given
 * @param reason why it is no statement, or null
 */
public record AccountedNumber(
    String text, int start, int end, List<Statement> statements, NoStatementReason reason) {}
