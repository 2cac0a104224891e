package io.duibiao.core.document;

import java.time.Instant;

/**
 * One published page or file, as retrieved: the record of the topic {@code documents}.
 *
 * @param id the address of the document; never null, the same for every revision
 * @param url where a reader finds it, or null
 * @param title the title as given by the publisher's metadata, or null when only the text tells
 * @param publisher the publishing body (发布机构), or null
 * @param publishedAt when it was published, or null
 * @param retrievedAt when this revision was retrieved; it orders the revisions of one id. Null in a
 *     record that does not say; whoever reads the record then puts the record's own timestamp here
 * @param contentType a MIME type such as {@code text/html}, or null to find out from the content
 * @param region the region the document speaks for, as a name or code, or null
 * @param content HTML or plain text as retrieved; never null
 */
public record Document(
    String id,
    String url,
    String title,
    String publisher,
    Instant publishedAt,
    Instant retrievedAt,
    String contentType,
    String region,
    String content) {

  /** A document of which only the address and the content are known. */
  public static Document of(String id, String content) {
    return new Document(id, null, null, null, null, null, null, null, content);
  }

  /** The same document with {@code retrievedAt} set. */
  public Document retrievedAt(Instant instant) {
    return new Document(
        id, url, title, publisher, publishedAt, instant, contentType, region, content);
  }
}
