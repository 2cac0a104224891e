/**
 * Sets of statement events, before anything is judged: what is one event, which are kept of too
 * many, and what their sources are worth.
 */
package io.duibiao.core.evidence;
