package ca.greffier.console;

import ca.greffier.command.Command;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.console.Words.Word;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a line is read: the command's name, then {@code param:value} or {@code param=value} in any
 * order; words without a name fill the required parameters in theirs, and the last of these, when
 * it is text, takes the rest of the line. Names are those of either language.
 */
final class Grammar {
  private static final int LONGEST_NAME = 3;

  /** {@code titre:…}, {@code titre=…}; not {@code https://…}, {@code 14:30}. */
  private static final Pattern NAMED =
      Pattern.compile("(\\p{L}[\\p{L}\\d-]*)[:=](?!//)(.*)", Pattern.DOTALL);

  private final Vocabulary vocabulary;

  Grammar(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** A command's name found at the beginning of a line. */
  record Named(Command command, int words) {}

  /** {@code name:value} of a parameter of the command. */
  record Given(Param<?> param, String value) {}

  /**
   * @throws Refusal when there is no such command or parameter, or a file cannot be read
   */
  Order read(String line, Language language) {
    List<Word> words = Words.of(line);
    Named named = command(words).orElseThrow(() -> unknown(words, language));
    Filling filling = new Filling(named.command(), vocabulary, language);
    List<Word> bare = new ArrayList<>();
    for (Word word : words.subList(named.words(), words.size())) {
      Optional<Given> given = given(named.command(), word);
      if (given.isPresent()) filling.give(given.get());
      else bare.add(word);
    }
    filling.fill(bare);
    return filling.order();
  }

  /** The longest name that begins the line. */
  Optional<Named> command(List<Word> words) {
    for (int count = Math.min(LONGEST_NAME, words.size()); count > 0; count--) {
      Optional<Command> command = vocabulary.command(joined(words.subList(0, count)));
      if (command.isPresent()) return Optional.of(new Named(command.get(), count));
    }
    return Optional.empty();
  }

  Optional<Given> given(Command command, Word word) {
    return name(word)
        .flatMap(name -> vocabulary.param(command, name))
        .map(param -> new Given(param, word.text().substring(name(word).get().length() + 1)));
  }

  /** What stands before the colon of {@code name:value}, if the word looks like that. */
  static Optional<String> name(Word word) {
    Matcher matcher = NAMED.matcher(word.text());
    if (!matcher.matches()) return Optional.empty();
    String name = matcher.group(1);
    boolean quotedBefore = word.quote() >= 0 && word.quote() <= name.length();
    return quotedBefore ? Optional.empty() : Optional.of(name);
  }

  static String joined(List<Word> words) {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  /** True when a line fills a parameter that is a secret. */
  boolean mayHoldSecret(String line) {
    return command(Words.typing(line)).stream()
        .flatMap(named -> named.command().params().stream())
        .anyMatch(param -> param.kind().secret());
  }

  private Refusal unknown(List<Word> words, Language language) {
    String typed = Cells.clean(joined(words.subList(0, Math.min(2, words.size()))));
    List<String> near = Nearest.to(Folded.of(typed), vocabulary.names(language, ""));
    if (near.isEmpty()) near = vocabulary.names(language, words.getFirst().text() + " ");
    if (near.isEmpty()) return new Refusal("desk.unknown", typed);
    return new Refusal("console.nearest", typed, near);
  }
}
