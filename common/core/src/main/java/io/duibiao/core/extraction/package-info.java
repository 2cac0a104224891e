/**
 * Reads cleaned documents into statements: parts, sentences, clauses, numbers and what they are
 * said about. The rules are data in the resources of the same package.
 */
package io.duibiao.core.extraction;
