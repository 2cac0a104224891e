package io.duibiao.core.assessment;

import io.duibiao.core.revision.Revision;
import io.duibiao.core.statement.Statement;
import java.util.List;

/**
 * What a {@link BatchRun} gives.
 *
 * @param documents the latest revision of each document, sorted by document id
 * @param statements the last event of each statement id, withdrawn ones among them, sorted by id
 * @param assessments sorted by id
 * @param alerts sorted by id
 * @param rejections in the order of the documents
 */
public record BatchResult(
    List<Revision> documents,
    List<Statement> statements,
    List<Assessment> assessments,
    List<Alert> alerts,
    List<Rejection> rejections) {}
