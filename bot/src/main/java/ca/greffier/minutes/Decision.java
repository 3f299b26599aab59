package ca.greffier.minutes;

import java.time.Instant;

/**
 * What a body decided.
 *
 * @param number by body and year, never used again: {@code CD-2026-001}
 * @param quorate false when too few members were there: then it is an opinion only (domain.md M12)
 * @param present members who were there when it was taken
 */
public record Decision(
    String number, String text, boolean quorate, int present, int needed, Instant at) {}
