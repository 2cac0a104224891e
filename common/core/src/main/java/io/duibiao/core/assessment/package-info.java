/** Results against targets: evidence, verdicts, explanations and alerts, all pure functions. */
package io.duibiao.core.assessment;
