/** From bytes and pages to the text of a report and what the page says about it. */
package io.duibiao.core.document;
