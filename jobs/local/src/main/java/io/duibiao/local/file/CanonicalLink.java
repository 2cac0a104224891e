package io.duibiao.local.file;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The address that a page gives as its own: {@code <link rel="canonical" href="https://…">}. */
final class CanonicalLink {
  private static final int MAX_LENGTH = 2000;

  private CanonicalLink() {}

  /** The address, if the text is a page and names an absolute one. */
  static Optional<String> find(String text) {
    // Most texts are no pages, and parsing costs more than looking.
    if (!text.toLowerCase(Locale.ROOT).contains("canonical")) {
      return Optional.empty();
    }
    for (Element link : Jsoup.parse(text).select("link[rel~=(?i)^canonical$][href]")) {
      String address = link.attr("href").strip();
      String lower = address.toLowerCase(Locale.ROOT);
      if ((lower.startsWith("http://") || lower.startsWith("https://"))
          && address.length() <= MAX_LENGTH) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }
}
