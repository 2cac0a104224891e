/** Rules and vocabularies as data: named, reasoned, and with examples that are run as tests. */
package io.duibiao.core.rules;
