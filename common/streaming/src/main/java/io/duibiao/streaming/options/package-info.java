/** The options of the jobs, declared once. */
package io.duibiao.streaming.options;
