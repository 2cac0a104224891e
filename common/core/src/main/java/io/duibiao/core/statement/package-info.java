/** What documents say: one quantified claim each. */
package io.duibiao.core.statement;
