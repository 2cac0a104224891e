/** The records of the topics and their one JSON mapping. */
package io.duibiao.streaming.record;
