package io.duibiao.local.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads addresses of brokers. */
final class BootstrapConverter implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    for (String address : value.split(",", -1)) {
      int colon = address.lastIndexOf(':');
      if (colon < 1 || !isPort(address.substring(colon + 1)) || address.contains("/")) {
        throw new TypeConversionException(
            "'" + value + "' is no address; allowed is HOST:PORT, several with commas between");
      }
    }
    return value;
  }

  private static boolean isPort(String text) {
    return text.matches("\\d{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65_535;
  }
}
