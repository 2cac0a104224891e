package io.duibiao.core.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Links to a clause within a page: the page's address and a text fragment ({@code #:~:text=}, WICG
 * Scroll to Text Fragment) that browsers scroll to and highlight. Where a browser does not know or
 * find it, the page opens at its top.
 */
public final class SourceLink {
  /** Enough to find the clause; addresses have no room for a paragraph. */
  private static final int MAX_QUOTE = 120;

  private SourceLink() {}

  /**
   * The link, or null when the document is no page: its id is not an http or https address.
   *
   * @param documentId the id of the document, or null
   * @param quote the clause, or null
   */
  public static String of(String documentId, String quote) {
    if (documentId == null || !isAddress(documentId)) {
      return null;
    }
    if (quote == null || quote.isBlank() || quote.length() > MAX_QUOTE) {
      return documentId;
    }
    // A hyphen separates parts of a text directive, so it has to be escaped too.
    String text =
        URLEncoder.encode(quote.strip(), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("-", "%2D");
    return documentId + (documentId.indexOf('#') < 0 ? "#" : "") + ":~:text=" + text;
  }

  /**
   * The address of a whole document, or null when it has none.
   *
   * @param url where a reader finds it, or null
   * @param id its id, which is its address as a rule
   */
  public static String ofPage(String url, String id) {
    if (url != null && isAddress(url)) {
      return url;
    }
    return isAddress(id) ? id : null;
  }

  private static boolean isAddress(String id) {
    return id.regionMatches(true, 0, "http://", 0, 7)
        || id.regionMatches(true, 0, "https://", 0, 8);
  }
}
