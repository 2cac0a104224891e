/**
 * Whether a target and a result speak of the same thing: units that count alike, what a number
 * counts, and which result of another name answers a target. Functions of statements alone; what
 * follows from a comparison is for {@code core.assessment}.
 */
package io.duibiao.core.matching;
