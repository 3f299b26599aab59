package ca.greffier.chat;

import ca.greffier.chat.Unfinished.Asked;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import java.util.ArrayList;
import java.util.List;
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
    if (found.isEmpty() || isComplete(found.get().params(), asked)) return Optional.empty();
    Command command = found.get();
    if (!exchange.actor().role().covers(command.needs())) return Optional.empty();
    return Optional.of(draw(exchange, asked, command, command.params()));
  }

  /** A button that gives nothing opens the form even when every blank is optional. */
  private Optional<Modal> needed(Exchange exchange, Asked asked, Target.Answer answer) {
    Desk.Opened opened = opened(exchange, answer);
    boolean bare = answer.given().isEmpty() && !opened.blanks().isEmpty();
    if (!bare && isComplete(opened.blanks(), asked)) return Optional.empty();
    return Optional.of(draw(exchange, asked, opened.command(), opened.blanks()));
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

  private Modal draw(Exchange exchange, Asked asked, Command command, List<Param<?>> params) {
    List<Param<?>> blanks = new ArrayList<>(params);
    blanks.removeIf(param -> param.kind().hidden() || isGiven(param, asked));
    if (blanks.stream().filter(Param::required).count() > Modals.MOST_FIELDS)
      throw new Refusal("chat.many", command.name(), names(blanks));
    List<Param<?>> drawn = blanks.subList(0, Math.min(blanks.size(), Modals.MOST_FIELDS));
    return modals.draw(unfinished.name(exchange.id(), asked), command, drawn, exchange.actor());
  }

  private static boolean isComplete(List<Param<?>> params, Asked asked) {
    return params.stream().noneMatch(param -> param.required() && !isGiven(param, asked));
  }

  private static boolean isGiven(Param<?> param, Asked asked) {
    return asked.files().containsKey(param.name())
        || !asked.target().given().getOrDefault(param.name(), "").isBlank();
  }

  private static List<String> names(List<Param<?>> params) {
    return params.stream().<String>map(Param::name).toList();
  }
}
