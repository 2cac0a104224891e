package io.duibiao.streaming.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a record other than a document can not be used. */
public enum RecordRejectionReason {
  /** The record is no JSON object. */
  @JsonProperty("malformed_json")
  MALFORMED_JSON,

  /** A field that the record must have is missing. */
  @JsonProperty("missing_field")
  MISSING_FIELD,

  /** A field has a value that can not be read. */
  @JsonProperty("invalid_field")
  INVALID_FIELD,

  /** The record is larger than the limit. */
  @JsonProperty("too_large")
  TOO_LARGE,

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
