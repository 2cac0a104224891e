package io.duibiao.local.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the address of an Elasticsearch node. */
final class UrlConverter implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    try {
      URI uri = new URI(value);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getUserInfo() == null) {
        return value;
      }
    } catch (URISyntaxException noAddress) {
      // Told below.
    }
    // A value that may hold a password is not repeated.
    throw new TypeConversionException(
        (value.contains("@") ? "an address with credentials" : "'" + value + "'")
            + " is not allowed; allowed is http://HOST:PORT or https://HOST:PORT, with credentials"
            + " in --options or the environment");
  }
}
