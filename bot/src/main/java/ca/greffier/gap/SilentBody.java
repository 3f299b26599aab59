package ca.greffier.gap;

import ca.greffier.directory.Person;
import ca.greffier.progress.Rounds;
import ca.greffier.progress.Rounds.Silence;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A body whose round ended without a word (domain.md K19): its progress is stale, and to watch when
 * that happens twice in a row. The facts only; it says nothing of why.
 */
final class SilentBody implements GapRule {
  private final Rounds rounds;
  private final ZoneId zone;

  SilentBody(Rounds rounds, ZoneId zone) {
    this.rounds = rounds;
    this.zone = zone;
  }

  @Override
  public String code() {
    return "silence";
  }

  @Override
  public List<Finding> look(LocalDate today, Thresholds limits) {
    return rounds.silentBodies().stream().map(silence -> finding(silence, limits)).toList();
  }

  static Severity severity(int rounds, Thresholds limits) {
    return rounds >= limits.of(Threshold.SILENT_OFTEN) ? Severity.WATCH : Severity.STALE;
  }

  static Situation situation(int rounds, Thresholds limits) {
    return rounds >= limits.of(Threshold.SILENT_OFTEN)
        ? Situation.QUIET_GROUP
        : Situation.STALE_PROGRESS;
  }

  private Finding finding(Silence silence, Thresholds limits) {
    LocalDate closed = LocalDate.ofInstant(silence.round().closesAt(), zone);
    List<Phrase> facts = new ArrayList<>();
    facts.add(Phrase.of("gap.silent.closed", closed));
    facts.add(
        silence
            .lastAnswer()
            .map(at -> Phrase.of("gap.silent.last", at))
            .orElse(Phrase.of("gap.silent.never")));
    facts.add(
        Phrase.of(
            "gap.silent.awaited",
            String.join(", ", silence.awaited().stream().map(Person::fullName).toList())));
    facts.add(Phrase.of("gap.source.silence", silence.body().code()));
    return new Finding(
        "body:" + silence.body().id().value(),
        severity(silence.rounds(), limits),
        Phrase.of("gap.silent.title", silence.body().name()),
        facts,
        Phrase.of("gap.silent.cause", silence.rounds()),
        situation(silence.rounds(), limits),
        silence.rounds());
  }
}
