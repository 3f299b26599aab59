package ca.greffier.gap;

import ca.greffier.text.Phrase;
import java.util.List;

/**
 * What a rule sees today.
 *
 * @param subject what it is about, the same every day: {@code deliverable:12}
 * @param situation where its proposed measures come from
 */
record Finding(
    String subject,
    Severity severity,
    Phrase title,
    List<Phrase> facts,
    Phrase cause,
    Situation situation) {}
