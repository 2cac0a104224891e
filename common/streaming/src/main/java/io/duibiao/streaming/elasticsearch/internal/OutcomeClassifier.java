package io.duibiao.streaming.elasticsearch.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.elasticsearch.ElasticsearchException;
import org.elasticsearch.ElasticsearchStatusException;
import org.elasticsearch.action.ActionRequestValidationException;
import org.elasticsearch.action.bulk.BulkItemResponse;
import org.elasticsearch.client.ResponseException;

/** Reads answers of Elasticsearch. */
final class OutcomeClassifier {
  private static final int MAX_CAUSES = 20;

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
    // The client checks ids and JSON before it sends anything.
    if (failure instanceof ActionRequestValidationException
        || failure instanceof JsonProcessingException) {
      return Outcome.SPLIT;
    }
    int status = status(failure);
    if (status == 400 || status == 413) {
      return Outcome.SPLIT;
    }
    if (status > 0) {
      return ofStatus(status);
    }
    // The client wraps what fails while it asks the server for its version.
    return causes(failure).anyMatch(IOException.class::isInstance)
        ? Outcome.RETRYABLE
        : Outcome.FATAL;
  }

  /** The HTTP status of a failed request, 0 when there was no answer. */
  static int status(Exception failure) {
    if (failure instanceof ElasticsearchStatusException answered) {
      return answered.status().getStatus();
    }
    return causes(failure)
        .filter(ResponseException.class::isInstance)
        .map(ResponseException.class::cast)
        .map(answered -> answered.getResponse().getStatusLine().getStatusCode())
        .findFirst()
        .orElse(0);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
  }

  private static Outcome ofStatus(int status) {
    return status == 408 || status == 429 || status >= 500 ? Outcome.RETRYABLE : Outcome.FATAL;
  }

  /** One line about a failed request, without its body. */
  static String sentence(Exception failure) {
    if (failure instanceof JsonProcessingException json) {
      return "the document is no JSON: " + firstLine(json.getOriginalMessage());
    }
    int status = status(failure);
    String text =
        status > 0 && failure instanceof ElasticsearchException e
            ? e.getDetailedMessage()
            : causes(failure).reduce((outer, inner) -> inner).orElse(failure).toString();
    return status > 0 ? "status " + status + ": " + firstLine(text) : firstLine(text);
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
        + firstLine(String.valueOf(item.getFailure().getCause().getMessage()));
  }
}
