package ca.greffier.gap;

import ca.greffier.text.Phrase;
import java.util.List;

/**
 * What a rule sees today.
 *
 * @param subject what it is about, the same every day: {@code deliverable:12}
 * @param situation where its proposed measures come from
 * @param size how large it is, in the unit of the rule (days, cents, rounds): to tell later whether
 *     it shrank
 */
record Finding(
    String subject,
    Severity severity,
    Phrase title,
    List<Phrase> facts,
    Phrase cause,
    Situation situation,
    double size) {}
