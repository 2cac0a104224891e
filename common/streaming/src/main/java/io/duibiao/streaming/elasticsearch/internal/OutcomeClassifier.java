package io.duibiao.streaming.elasticsearch.internal;

import java.io.IOException;
import org.apache.http.ConnectionClosedException;
import org.elasticsearch.ElasticsearchException;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.action.ActionRequestValidationException;
import org.elasticsearch.action.bulk.BulkItemResponse;
import org.elasticsearch.client.ResponseException;

/** Reads answers of Elasticsearch. */
final class OutcomeClassifier {
  private OutcomeClassifier() {}

  /** The outcome of one document of a request that was answered. */
  static Outcome ofItem(BulkItemResponse item) {
    if (!item.isFailed()) {
      return Outcome.WRITTEN;
    }
    int status = item.getFailure().getStatus().getStatus();
    if (status == 409) {
      return Outcome.SUPERSEDED;
    }
    String message = String.valueOf(item.getFailure().getMessage());
    if (message.contains("index_closed_exception")) {
      // Answered with status 400 although the document is good.
      return Outcome.FATAL;
    }
    return switch (status) {
      case 400, 413 -> Outcome.POISON;
      default -> ofStatus(status);
    };
  }

  /** The outcome of a request that failed as a whole. */
  static Outcome ofRequest(Exception failure) {
    if (failure instanceof ActionRequestValidationException) {
      return Outcome.SPLIT;
    }
    int status = status(failure);
    if (status == 400 || status == 413) {
      return Outcome.SPLIT;
    }
    if (status > 0) {
      return ofStatus(status);
    }
    return failure instanceof IOException || failure instanceof ConnectionClosedException
        ? Outcome.RETRYABLE
        : Outcome.FATAL;
  }

  /** The HTTP status of a failed request, 0 when there was no answer. */
  static int status(Exception failure) {
    if (failure instanceof ElasticsearchStatusException answered) {
      return answered.status().getStatus();
    }
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof ResponseException answered) {
        return answered.getResponse().getStatusLine().getStatusCode();
      }
      cause = cause.getCause();
    }
    return 0;
  }

  private static Outcome ofStatus(int status) {
    return status == 408 || status == 429 || status >= 500 ? Outcome.RETRYABLE : Outcome.FATAL;
  }

  /** One line about a failed request, without its body. */
  static String sentence(Exception failure) {
    int status = status(failure);
    String text =
        failure instanceof ElasticsearchException e ? e.getDetailedMessage() : failure.getMessage();
    String firstLine = text == null ? failure.getClass().getSimpleName() : firstLine(text);
    return status > 0 ? "status " + status + ": " + firstLine : firstLine;
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() > 500 ? line.substring(0, 500) + "…" : line;
  }

  /** One line about a refused document. */
  static String sentence(BulkItemResponse item) {
    return "status "
        + item.getFailure().getStatus().getStatus()
        + ": "
        + firstLine(String.valueOf(item.getFailure().getMessage()));
  }
}
