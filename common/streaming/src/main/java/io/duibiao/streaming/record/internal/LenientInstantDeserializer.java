package io.duibiao.streaming.record.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Reads an instant with Z, a date-time with an offset, or a bare date, which means midnight in
 * China: publishers print dates, not instants.
 */
public final class LenientInstantDeserializer extends StdDeserializer<Instant> {
  private static final long serialVersionUID = 1L;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int BARE_DATE_LENGTH = "2024-01-31".length();

  /** Registered with the mapper. */
  public LenientInstantDeserializer() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    String text = parser.getText().strip();
    try {
      if (text.length() == BARE_DATE_LENGTH) {
        return LocalDate.parse(text).atStartOfDay(CHINA).toInstant();
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return (Instant) context.handleWeirdStringValue(Instant.class, text, "no ISO-8601 time");
    }
  }
}
