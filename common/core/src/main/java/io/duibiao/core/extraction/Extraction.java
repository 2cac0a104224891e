package io.duibiao.core.extraction;

import io.duibiao.core.document.CleanedDocument;
import io.duibiao.core.statement.Statement;
import java.util.List;

/**
 * What one revision of a document says.
 *
 * @param document the cleaned document
 * @param fingerprint hex digest of the cleaned content and the metadata that statements depend on;
 *     two revisions with the same fingerprint say the same
 * @param statements in the order of the text
 */
public record Extraction(
    CleanedDocument document, String fingerprint, List<Statement> statements) {}
