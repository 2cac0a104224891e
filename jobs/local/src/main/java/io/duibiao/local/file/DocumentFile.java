package io.duibiao.local.file;

import io.duibiao.core.document.Document;

/** What became of one document of the files that a command was given. */
public sealed interface DocumentFile {
  /** The file as the user wrote it, with the number of the document where a file holds several. */
  String source();

  /**
   * A document that was read.
   *
   * @param source the file
   * @param document the document; its content is decoded, its {@code retrievedAt} is null unless
   *     the file says it
   * @param charset the charset that the file was read in
   */
  record Readable(String source, Document document, String charset) implements DocumentFile {}

  /**
   * A file, or a part of one, that holds no document.
   *
   * @param source the file
   * @param reason why, in one line for a person
   */
  record Unreadable(String source, String reason) implements DocumentFile {}
}
