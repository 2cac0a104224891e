/** What documents say, revision by revision. */
package io.duibiao.core.statement;
