/** The topics and their creation. */
package io.duibiao.streaming.topic;
