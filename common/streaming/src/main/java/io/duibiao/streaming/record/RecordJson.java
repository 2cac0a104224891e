package io.duibiao.streaming.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.duibiao.streaming.record.internal.LenientInstantDeserializer;
import io.duibiao.streaming.record.internal.PlainBigDecimalSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one JSON mapping of all topics and indices. Field names are the record components, enums are
 * lower-case, instants are ISO-8601 with Z, decimals are plain numbers without exponent or trailing
 * zeros, nulls are left out and lists are always there. Reading ignores unknown fields, so that a
 * field can be added without breaking whoever reads.
 */
public final class RecordJson {
  /** Nesting beyond this is refused: records are flat. */
  private static final int MAX_DEPTH = 64;

  private static final int MAX_STRING_LENGTH = 64 * 1024 * 1024;
  private static final int MAX_NUMBER_LENGTH = 200;

  private static final ObjectMapper MAPPER = create();

  private RecordJson() {}

  /** The mapper itself, for trees and tools; it must not be reconfigured. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** The record as UTF-8 JSON on one line. */
  public static byte[] write(Object element) {
    try {
      return MAPPER.writeValueAsBytes(element);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record as JSON on one line. */
  public static String writeString(Object element) {
    try {
      return MAPPER.writeValueAsString(element);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a record.
   *
   * @param json UTF-8 JSON
   * @param type the record's class
   * @return the record, never null
   * @throws RecordFormatException when it is no JSON object or a field has the wrong form; the
   *     message is one sentence and holds none of the content
   */
  public static <T> T read(byte[] json, Class<T> type) throws RecordFormatException {
    if (json == null || json.length == 0) {
      throw malformed("the record is empty");
    }
    T value;
    try {
      value = MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw explain(e);
    }
    if (value == null) {
      throw malformed("the record is no JSON object");
    }
    return value;
  }

  private static RecordFormatException explain(IOException e) {
    // What breaks within a field arrives wrapped.
    Throwable innermost = e;
    while (innermost.getCause() instanceof IOException cause) {
      innermost = cause;
    }
    if (innermost instanceof StreamConstraintsException) {
      return malformed("the record nests too deep or holds a number or text that is too long");
    }
    if (innermost instanceof JsonParseException parse && parse.getLocation() != null) {
      return malformed(
          "the record is no JSON in UTF-8: error at line "
              + parse.getLocation().getLineNr()
              + ", column "
              + parse.getLocation().getColumnNr());
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String field = path(mapping.getPath());
      return new RecordFormatException(
          RecordRejectionReason.INVALID_FIELD, field, "field " + field + " " + complaint(mapping));
    }
    return malformed("the record is no JSON object");
  }

  private static RecordFormatException malformed(String detail) {
    return new RecordFormatException(RecordRejectionReason.MALFORMED_JSON, null, detail);
  }

  private static String complaint(JsonMappingException e) {
    if (e instanceof InvalidFormatException format && format.getTargetType() != null) {
      Class<?> target = format.getTargetType();
      if (target.isEnum()) {
        return "has none of the allowed values "
            + List.of(target.getEnumConstants()).stream()
                .map(constant -> MAPPER.convertValue(constant, String.class))
                .collect(Collectors.joining(", "));
      }
      if (target == Instant.class) {
        return "is no ISO-8601 time such as 2024-01-31T08:00:00Z, nor a date such as 2024-01-31";
      }
      return "is no " + target.getSimpleName();
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "is no " + mismatch.getTargetType().getSimpleName();
    }
    return "can not be read";
  }

  private static String path(List<JsonMappingException.Reference> path) {
    StringBuilder name = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        name.append('[').append(step.getIndex()).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return name.toString();
  }

  private static ObjectMapper create() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            // Locations in messages must not quote the content.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    SimpleModule module =
        new SimpleModule("duibiao")
            .addSerializer(BigDecimal.class, new PlainBigDecimalSerializer())
            .addDeserializer(Instant.class, new LenientInstantDeserializer());
    JsonMapper mapper =
        JsonMapper.builder(factory)
            .addModule(new JavaTimeModule())
            .addModule(module)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .withConfigOverride(
                List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withCoercionConfig(
                LogicalType.Textual,
                c ->
                    c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();
    mapper.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    return mapper;
  }
}
