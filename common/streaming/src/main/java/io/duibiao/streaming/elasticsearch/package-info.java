/** The indices, their templates and the sink that fills them. */
package io.duibiao.streaming.elasticsearch;
