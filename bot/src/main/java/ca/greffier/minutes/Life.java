package ca.greffier.minutes;

import ca.greffier.meeting.MeetingId;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the minutes of a meeting that is closed (domain.md M13).
 *
 * @param official whether they are a procès-verbal
 * @param approvedAt null while they are a projet
 * @param approvedIn the meeting that approved them
 * @param amended whether it wanted them otherwise
 * @param seal SHA-256, in hexadecimal digits; null until two have signed
 */
record Life(
    boolean official,
    @Nullable Instant approvedAt,
    @Nullable MeetingId approvedIn,
    boolean amended,
    @Nullable Instant sealedAt,
    @Nullable String seal,
    List<Correction> corrections,
    List<Signature> signatures) {

  /** A compte rendu is what it is from the start; a procès-verbal, once it is approved. */
  boolean isDraft() {
    return official && approvedAt == null;
  }

  Phrase state() {
    if (!official) return Phrase.of("minutes.state.summary");
    if (sealedAt != null) return Phrase.of("minutes.state.sealed", sealedAt);
    if (approvedAt == null) return Phrase.of("minutes.state.draft");
    return Phrase.of(amended ? "minutes.state.amended" : "minutes.state.approved", approvedAt);
  }
}
