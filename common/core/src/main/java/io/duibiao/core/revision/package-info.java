/** The versions of a document over time, and the statements that follow from them. */
package io.duibiao.core.revision;
