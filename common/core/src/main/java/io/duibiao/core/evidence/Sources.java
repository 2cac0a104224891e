package io.duibiao.core.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.duibiao.core.statement.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much the source of a statement weighs. The hosts and titles are data: {@code sources.yaml}.
 */
public final class Sources {
  private static final int LONGEST_ADDRESS = 4_000;

  /** The content of {@code sources.yaml}. */
  public record Rules(
      List<String> officialHosts,
      Map<String, List<String>> regionHosts,
      List<String> finalTitles,
      List<String> official,
      List<String> unofficial) {}

  private static final Rules RULES = read();

  private Sources() {}

  /** What the file says. */
  public static Rules rules() {
    return RULES;
  }

  /** Whether the document was published by a body of government. */
  public static boolean official(Statement statement) {
    String address = statement.url() == null ? statement.documentId() : statement.url();
    return official(statement.regionCode(), address);
  }

  static boolean official(String regionCode, String address) {
    String host = host(address);
    return host != null
        && (below(host, RULES.officialHosts())
            || below(host, RULES.regionHosts().getOrDefault(regionCode, List.of())));
  }

  /** Whether the document states final figures, as a statistical bulletin does. */
  public static boolean finalFigures(Statement statement) {
    return RULES.finalTitles().stream().anyMatch(statement.documentTitle()::contains);
  }

  private static boolean below(String host, List<String> domains) {
    for (String domain : domains) {
      if (host.equals(domain) || host.endsWith("." + domain)) {
        return true;
      }
    }
    return false;
  }

  /** The host of an http or https address in lower case, or null. */
  private static String host(String address) {
    boolean web =
        address.regionMatches(true, 0, "http://", 0, 7)
            || address.regionMatches(true, 0, "https://", 0, 8);
    if (!web || address.length() > LONGEST_ADDRESS) {
      return null;
    }
    try {
      int query = address.indexOf('?');
      String host = new URI(query < 0 ? address : address.substring(0, query)).getHost();
      return host == null ? null : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static Rules read() {
    try (InputStream in = Sources.class.getResourceAsStream("sources.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, Rules.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
