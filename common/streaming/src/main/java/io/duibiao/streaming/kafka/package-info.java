/** Sources and sinks of the topics. */
package io.duibiao.streaming.kafka;
