package io.duibiao.core.assessment;

import io.duibiao.core.statement.Statement;

/**
 * An assessment and what alerts need beyond it.
 *
 * @param assessment the assessment
 * @param severity how bad it is: of a missed target how far short, of a disputed verdict how far
 *     short by the worse source; else null
 * @param target the target that holds, or null
 * @param result the result that holds, or null
 */
record Verdict(Assessment assessment, Severity severity, Statement target, Statement result) {
  AssessmentStatus status() {
    return assessment.status();
  }
}
