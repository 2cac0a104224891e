package io.duibiao.streaming.job;

import io.duibiao.streaming.elasticsearch.ElasticsearchSink;
import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.elasticsearch.IndexWrite;
import io.duibiao.streaming.elasticsearch.KafkaDeadLetter;
import io.duibiao.streaming.options.JobOptions;

/** The Elasticsearch sinks as the jobs use them. */
public final class IndexSinks {
  private IndexSinks() {}

  /** The sink of one index; what Elasticsearch refuses for good goes to its topic of rejects. */
  public static ElasticsearchSink<IndexWrite> of(Index index, JobOptions options) {
    return ElasticsearchSink.<IndexWrite>builder(options)
        .converter(write -> write)
        .deadLetter(KafkaDeadLetter.of(index, options))
        .build();
  }
}
