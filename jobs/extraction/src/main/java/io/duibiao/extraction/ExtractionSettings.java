package io.duibiao.extraction;

import io.duibiao.streaming.elasticsearch.Index;
import io.duibiao.streaming.options.JobOptions;
import io.duibiao.streaming.options.ProcessingOptions;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the operators need of the job's options.
 *
 * @param maxDocumentBytes the largest record value that is read, in bytes
 * @param timeBudget the longest that cleaning, segmentation and extraction may take
 * @param retention how long a document that no record touches is remembered
 * @param documentsAlias the index of documents
 * @param statementsAlias the index of statements
 * @param rejectedAlias the index of documents that can not be used
 */
public record ExtractionSettings(
    long maxDocumentBytes,
    Duration timeBudget,
    Duration retention,
    String documentsAlias,
    String statementsAlias,
    String rejectedAlias)
    implements Serializable {

  /** From the job's options. */
  public static ExtractionSettings of(JobOptions options) {
    return new ExtractionSettings(
        options.get(ProcessingOptions.DOCUMENT_MAX_SIZE).getBytes(),
        options.get(ProcessingOptions.EXTRACTION_TIME_BUDGET),
        options.get(ProcessingOptions.STATE_RETENTION),
        Index.DOCUMENTS.alias(options),
        Index.STATEMENTS.alias(options),
        Index.REJECTED.alias(options));
  }
}
