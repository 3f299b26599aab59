package ca.greffier.console;

import ca.greffier.command.Actor;
import ca.greffier.command.Choice;
import ca.greffier.command.Command;
import ca.greffier.command.Desk;
import ca.greffier.command.Param;
import ca.greffier.command.Suggestion;
import ca.greffier.console.Grammar.Given;
import ca.greffier.console.Grammar.Named;
import ca.greffier.console.Words.Word;
import ca.greffier.text.Folded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab offers: commands word by word, then parameter names, then their values. */
final class Completion implements Completer {
  private final Session session;
  private final Desk desk;
  private final Vocabulary vocabulary;

  Completion(Session session, Desk desk, Vocabulary vocabulary) {
    this.session = session;
    this.desk = desk;
    this.vocabulary = vocabulary;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (!(line instanceof TypedLine typed)) return;
    List<Word> words = typed.cut();
    Optional<Named> named = session.grammar().command(words.subList(0, words.size() - 1));
    if (named.isEmpty()) names(words, candidates);
    else params(named.get(), words, candidates);
  }

  /** For the answer to a question: the values of its parameter. */
  Completer of(Command command, Param<?> param) {
    return (reader, line, candidates) -> values(command, param, "", line.word(), candidates);
  }

  private void names(List<Word> words, List<Candidate> candidates) {
    Actor actor = session.actor();
    int index = words.size() - 1;
    Set<String> next = new TreeSet<>();
    for (String name : vocabulary.names(actor.language(), Grammar.joined(words))) {
      Command command = vocabulary.command(name).orElseThrow();
      if (actor.role().covers(command.needs())) next.add(name.split(" ")[index]);
    }
    for (String word : next) candidates.add(candidate(word, word, "", true));
  }

  private void params(Named named, List<Word> words, List<Candidate> candidates) {
    Command command = named.command();
    Word last = words.getLast();
    Optional<Given> typing = session.grammar().given(command, last);
    if (typing.isPresent()) {
      String value = typing.get().value();
      String before = last.text().substring(0, last.text().length() - value.length());
      values(command, typing.get().param(), before, value, candidates);
      return;
    }
    Set<String> given = new TreeSet<>();
    for (Word word : words)
      session.grammar().given(command, word).ifPresent(one -> given.add(one.param().name()));
    for (Param<?> param : Vocabulary.params(command)) {
      String name = vocabulary.name(session.actor().language(), param) + ":";
      if (!given.contains(param.name()) && begins(name, last.text()))
        candidates.add(
            candidate(name, name, session.say("param." + param.name() + ".help"), false));
    }
  }

  private void values(
      Command command, Param<?> param, String before, String typed, List<Candidate> candidates) {
    for (Choice choice : param.kind().choices()) {
      String label = session.say(choice.key());
      if (begins(choice.value(), typed) || begins(label, typed))
        candidates.add(candidate(before + choice.value(), choice.value(), label, true));
    }
    for (Suggestion one : desk.suggest(session.actor(), command.name(), param.name(), typed)) {
      String value = Cells.clean(one.value());
      candidates.add(candidate(before + value, value, Cells.clean(one.label()), true));
    }
  }

  private static boolean begins(String word, String typed) {
    return Folded.of(word).startsWith(Folded.of(typed));
  }

  /**
   * @param whole false when more is typed behind it without a space
   */
  private static Candidate candidate(String value, String shown, String about, boolean whole) {
    return new Candidate(value, shown, null, about.equals(shown) ? "" : about, null, null, whole);
  }
}
