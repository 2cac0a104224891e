package io.duibiao.local.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port number. */
final class PortConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String value) {
    if (value.matches("\\d{1,5}")) {
      int port = Integer.parseInt(value);
      if (port <= 65_535) {
        return port;
      }
    }
    throw new TypeConversionException(
        "'" + value + "' is no port; allowed are 1 to 65535, and 0 for any free one");
  }
}
