package io.duibiao.core.assessment;

import io.duibiao.core.document.RejectionReason;

/**
 * A document that could not be used.
 *
 * @param documentId the id of the document
 * @param reason the class of the reason
 * @param detail one English sentence for a person
 */
public record Rejection(String documentId, RejectionReason reason, String detail) {}
