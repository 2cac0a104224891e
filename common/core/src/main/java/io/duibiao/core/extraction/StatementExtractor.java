package io.duibiao.core.extraction;

import io.duibiao.core.document.Document;
import io.duibiao.core.document.RejectedDocumentException;
import io.duibiao.core.document.TimeBudget;

/**
 * Reads a document into statements. A pure function of the document: the same document always gives
 * the same extraction, on any machine and in any order.
 */
public interface StatementExtractor {
  /**
   * Cleans, segments and reads one document.
   *
   * @param document the document; {@code retrievedAt} may be null
   * @param budget the time that may be spent
   * @return the cleaned document and its statements, revision 1, in the order of the text
   * @throws RejectedDocumentException when the document can not be used
   */
  Extraction extract(Document document, TimeBudget budget) throws RejectedDocumentException;
}
