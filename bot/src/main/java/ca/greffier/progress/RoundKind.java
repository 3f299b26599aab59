package ca.greffier.progress;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import ca.greffier.command.Suggestion;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A parameter that names a round, by number. */
public final class RoundKind implements Kind<Round> {
  private static final int MOST = 25;

  private final Rounds rounds;
  private final Bodies bodies;
  private final InstantSource clock;

  public RoundKind(Rounds rounds, Bodies bodies, InstantSource clock) {
    this.rounds = rounds;
    this.bodies = bodies;
    this.clock = clock;
  }

  @Override
  public Round parse(String typed) {
    return number(typed)
        .flatMap(rounds::find)
        .orElseThrow(() -> new Refusal("progress.round.unknown", typed));
  }

  private static Optional<RoundId> number(String typed) {
    String digits = typed.strip();
    if (!digits.matches("[0-9]{1,18}")) return Optional.empty();
    return Optional.of(new RoundId(Long.parseLong(digits)));
  }

  @Override
  public String write(Round round) {
    return String.valueOf(round.id().value());
  }

  @Override
  public Shape shape() {
    return Shape.WHOLE_NUMBER;
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    return rounds.answerable(clock.instant()).stream()
        .map(this::suggestion)
        .filter(each -> each.label().contains(typed.strip()))
        .limit(MOST)
        .toList();
  }

  private Suggestion suggestion(Round round) {
    Body body = bodies.get(round.body());
    return new Suggestion(write(round), write(round) + " · " + body.code() + " · " + body.name());
  }
}
