package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;
import java.util.List;

/**
 * Which of several statements holds.
 *
 * @param statement the one that holds
 * @param contradicting those of other documents that say something else of the same and were not
 *     meant to replace it, sorted by id
 */
record Choice(Statement statement, List<Statement> contradicting) {}
