package io.duibiao.core.document;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a record of the topic {@code documents} can not be used. */
public enum RejectionReason {
  /** The record is no JSON object. */
  @JsonProperty("malformed_json")
  MALFORMED_JSON,

  /** The record lacks an id. */
  @JsonProperty("missing_id")
  MISSING_ID,

  /** The record lacks content, or the content holds no text. */
  @JsonProperty("missing_content")
  MISSING_CONTENT,

  /** A field of the record has a value that can not be read, such as a date that is none. */
  @JsonProperty("invalid_field")
  INVALID_FIELD,

  /** The record is larger than the limit. */
  @JsonProperty("too_large")
  TOO_LARGE,

  /** Reading it took longer than its time budget. */
  @JsonProperty("time_budget_exceeded")
  TIME_BUDGET_EXCEEDED,

  /** Neither metadata nor text tell which region it speaks for. */
  @JsonProperty("unknown_region")
  UNKNOWN_REGION,

  /** Neither metadata nor text tell which years it speaks of. */
  @JsonProperty("unknown_period")
  UNKNOWN_PERIOD,

  /** The text can not be read: it was decoded with the wrong charset throughout. */
  @JsonProperty("garbled")
  GARBLED,

  /** Elasticsearch refuses to index it and would refuse it again. */
  @JsonProperty("index_rejected")
  INDEX_REJECTED,

  /** A defect of this program. */
  @JsonProperty("internal_error")
  INTERNAL_ERROR;

  /** The name used in JSON and in metrics: the constant in lower case. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
