package io.duibiao.streaming.elasticsearch.internal;

/** What became of one document, or of one request as a whole. */
enum Outcome {
  /** It is in the index. */
  WRITTEN,
  /** The index has the same document in a newer version; as good as written. */
  SUPERSEDED,
  /** It will be refused again whatever we do: a dead letter. */
  POISON,
  /** It may be accepted later. */
  RETRYABLE,
  /** The request is too large or mixes good and bad; its halves may do. */
  SPLIT,
  /** Nothing will be accepted until a person changes something. */
  FATAL
}
