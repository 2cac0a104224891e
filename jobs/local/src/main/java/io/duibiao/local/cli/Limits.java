package io.duibiao.local.cli;

import io.duibiao.core.document.TimeBudget;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.util.function.Supplier;

/** The limits of the jobs, which hold offline too, so that both come to the same. */
final class Limits {
  private Limits() {}

  /** The largest document in bytes. */
  static int documentBytes(JobOptions options) {
    return Math.toIntExact(options.get(ProcessingOptions.DOCUMENT_MAX_SIZE).getBytes());
  }

  /** The time that may be spent on each document. */
  static Supplier<TimeBudget> timeBudget(JobOptions options) {
    return () -> TimeBudget.of(options.get(ProcessingOptions.EXTRACTION_TIME_BUDGET));
  }
}
