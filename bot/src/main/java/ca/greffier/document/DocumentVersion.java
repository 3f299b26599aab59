package ca.greffier.document;

import ca.greffier.command.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a document: a file of the store, or a link. */
public record DocumentVersion(
    int number,
    Instant addedAt,
    @Nullable PersonId addedBy,
    String note,
    @Nullable String fileName,
    @Nullable String sha256,
    @Nullable Long size,
    @Nullable String link,
    @Nullable Instant approvedAt,
    @Nullable PersonId approvedBy) {}
