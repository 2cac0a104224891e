package io.duibiao.local.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day in China, or a time with its offset. */
final class InstantConverter implements ITypeConverter<Instant> {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Override
  public Instant convert(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(CHINA).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is no time; write 2024-06-01 or 2024-06-01T00:00:00+08:00");
    }
  }
}
