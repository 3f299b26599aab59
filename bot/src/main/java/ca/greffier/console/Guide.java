package ca.greffier.console;

import ca.greffier.command.Actor;
import ca.greffier.command.Command;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.text.Folded;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code aide}: the commands a person may give; {@code aide rencontre planifier}: one of them. */
final class Guide {
  private static final Set<String> ASKING = Set.of("aide", "help", "?");

  private final Vocabulary vocabulary;

  Guide(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Empty when the line does not ask for help. */
  Optional<Reply> answer(Actor actor, String line) {
    String[] words = Folded.of(line).split(" ", 2);
    if (!ASKING.contains(words[0])) return Optional.empty();
    String subject = words.length > 1 ? words[1] : "";
    return Optional.of(
        vocabulary
            .command(subject)
            .filter(command -> actor.role().covers(command.needs()))
            .map(command -> command(actor, command))
            .orElseGet(() -> commands(actor, subject)));
  }

  private Reply commands(Actor actor, String beginning) {
    List<List<Object>> rows = new ArrayList<>();
    for (String name : vocabulary.names(actor.language(), beginning)) {
      Command command = vocabulary.command(name).orElseThrow();
      if (actor.role().covers(command.needs()))
        rows.add(List.of(name, Phrase.of(command.key() + ".help")));
    }
    return Reply.together(
        new Reply.Table(
            "console.guide", List.of(), List.of("console.command", "console.does"), rows),
        Reply.said("console.guide.more"));
  }

  private Reply command(Actor actor, Command command) {
    String name = vocabulary.name(actor.language(), command);
    List<List<Object>> rows = new ArrayList<>();
    for (Param<?> param : Vocabulary.params(command))
      rows.add(List.of(vocabulary.name(actor.language(), param), meaning(param), param.required()));
    Reply does =
        new Reply.Card(
            "console.guide.command",
            List.of(name),
            List.of(new Reply.Field("console.does", Phrase.of(command.key() + ".help"))));
    if (rows.isEmpty()) return does;
    return Reply.together(
        does,
        new Reply.Table(
            "console.guide.params",
            List.of(),
            List.of("console.param", "console.means", "console.required"),
            rows));
  }

  private static Object meaning(Param<?> param) {
    Phrase help = Phrase.of("param." + param.name() + ".help");
    List<Phrase> choices =
        param.kind().choices().stream()
            .map(choice -> Phrase.of("console.choice", choice.value(), Phrase.of(choice.key())))
            .toList();
    return choices.isEmpty() ? help : Phrase.of("console.choices", help, choices);
  }
}
