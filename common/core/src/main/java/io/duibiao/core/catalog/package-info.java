/** What is known beforehand: the indicators and the regions. */
package io.duibiao.core.catalog;
