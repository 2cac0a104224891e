package io.duibiao.streaming.elasticsearch;

import io.duibiao.streaming.record.LogText;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps refused documents as error lines of the log: index, id, version, reason and the JSON. */
public final class LogDeadLetter implements DeadLetter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LogDeadLetter.class);

  @Override
  public void accept(IndexWrite write, String detail) {
    LOG.error(
        "Elasticsearch refused {}: {}; {}",
        LogText.of(write.toString()),
        LogText.of(detail),
        write.deletes() ? "" : new String(write.json(), StandardCharsets.UTF_8));
  }
}
