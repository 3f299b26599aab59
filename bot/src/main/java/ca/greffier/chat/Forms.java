package ca.greffier.chat;

import ca.greffier.chat.Unfinished.Asked;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.modals.Modal;

/** Decides whether a form must be filled before the Desk can act, and which. */
final class Forms {
  private final Desk desk;
  private final Commands commands;
  private final Modals modals;
  private final Unfinished unfinished;

  Forms(Desk desk, Commands commands, Modals modals, Unfinished unfinished) {
    this.desk = desk;
    this.commands = commands;
    this.modals = modals;
    this.unfinished = unfinished;
  }

  /**
   * The form for what is missing; none when the command can run, or will be refused anyway.
   *
   * @throws Refusal when more is missing than a form holds, or the Ask cannot be answered
   */
  Optional<Modal> needed(Exchange exchange, Asked asked) {
    return switch (asked.target()) {
      case Target.Start start -> needed(exchange, asked, start);
      case Target.Answer answer -> needed(exchange, asked, answer);
    };
  }

  private Optional<Modal> needed(Exchange exchange, Asked asked, Target.Start start) {
    Optional<Command> found = commands.named(start.command());
    if (found.isEmpty()) return Optional.empty();
    Known known = new Known(found.get(), found.get().params(), asked, start.given());
    if (known.isComplete()) return Optional.empty();
    if (!exchange.actor().role().covers(known.command().needs())) return Optional.empty();
    return Optional.of(draw(exchange, known, false));
  }

  /** A button that gives nothing opens the form even when every blank is optional. */
  private Optional<Modal> needed(Exchange exchange, Asked asked, Target.Answer answer) {
    Known known = known(exchange, asked, answer);
    boolean bare = answer.given().isEmpty() && !known.params().isEmpty();
    if (!bare && known.isComplete()) return Optional.empty();
    return Optional.of(draw(exchange, known, false));
  }

  /** The form for what is missing and nothing else, once a form was filled. */
  Modal rest(Exchange exchange, Asked asked) {
    return switch (asked.target()) {
      case Target.Start start -> {
        Command command =
            commands
                .named(start.command())
                .orElseThrow(() -> new Refusal("desk.unknown", start.command()));
        yield draw(exchange, new Known(command, command.params(), asked, start.given()), true);
      }
      case Target.Answer answer -> draw(exchange, known(exchange, asked, answer), true);
    };
  }

  private Known known(Exchange exchange, Asked asked, Target.Answer answer) {
    Desk.Opened opened = opened(exchange, answer);
    Map<String, String> given = new HashMap<>(answer.given());
    given.putAll(opened.ask().given());
    return new Known(opened.command(), opened.blanks(), asked, given);
  }

  /**
   * An Ask that is this person's. Whoever sees a message may press its buttons, so that here,
   * unlike in a letter, the token alone proves nothing.
   */
  Desk.Opened opened(Exchange exchange, Target.Answer answer) {
    Desk.Opened opened = desk.open(answer.token());
    if (!exchange.actor().person().equals(Optional.of(opened.ask().to())))
      throw new Refusal("chat.others");
    return opened;
  }

  /**
   * @param missing true when only what is missing is asked
   */
  private Modal draw(Exchange exchange, Known known, boolean missing) {
    List<Param<?>> blanks = new ArrayList<>(known.params());
    blanks.removeIf(
        param ->
            known.isGiven(param)
                || !param.isAsked(known.given())
                || (missing && !param.isNeeded(known.given())));
    if (blanks.stream().filter(Param::required).count() > Modals.MOST_FIELDS)
      throw new Refusal("chat.many", known.command().name(), names(blanks));
    List<Param<?>> drawn = blanks.subList(0, Math.min(blanks.size(), Modals.MOST_FIELDS));
    return modals.draw(
        unfinished.name(exchange.id(), known.asked()),
        new Modals.Questions(known.command(), drawn, known.given(), missing),
        exchange.actor());
  }

  /** A command, what may still be given of it, and all that is given. */
  private record Known(
      Command command, List<Param<?>> params, Asked asked, Map<String, String> given) {

    boolean isComplete() {
      return params.stream().noneMatch(param -> param.isNeeded(given) && !isGiven(param));
    }

    boolean isGiven(Param<?> param) {
      return asked.files().containsKey(param.name())
          || !given.getOrDefault(param.name(), "").isBlank();
    }
  }

  private static List<String> names(List<Param<?>> params) {
    return params.stream().<String>map(Param::name).toList();
  }
}
