package io.duibiao.core.document;

/**
 * Text and the charset it was decoded with.
 *
 * @param text the text without byte order mark
 * @param charset the IANA name: UTF-8, GB18030, Big5 …
 */
public record DecodedText(String text, String charset) {}
