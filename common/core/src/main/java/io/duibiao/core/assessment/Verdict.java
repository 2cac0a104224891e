package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;

/**
 * An assessment and what alerts need beyond it.
 *
 * @param assessment the assessment
 * @param severity how far short: of a missed target, and of a disputed one by the worse source;
 *     null where nothing falls short by a number
 * @param target the target that holds, or null
 * @param first the target as first set when it was revised, or null
 * @param result the result that holds, or null
 */
record Verdict(
    Assessment assessment, Severity severity, Statement target, Statement first, Statement result) {
  AssessmentStatus status() {
    return assessment.status();
  }
}
