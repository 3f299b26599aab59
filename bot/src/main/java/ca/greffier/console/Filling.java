package ca.greffier.console;

import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import ca.greffier.console.Grammar.Given;
import ca.greffier.console.Words.Word;
import ca.greffier.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The parameters of one line, as they are found. */
final class Filling {
  private final Command command;
  private final Vocabulary vocabulary;
  private final Language language;
  private final Map<String, String> given = new HashMap<>();
  private final Map<String, Attachment> files = new HashMap<>();

  Filling(Command command, Vocabulary vocabulary, Language language) {
    this.command = command;
    this.vocabulary = vocabulary;
    this.language = language;
  }

  Order order() {
    return new Order(command, given, files);
  }

  /**
   * @throws Refusal when it is given twice
   */
  void give(Given one) {
    String name = one.param().name();
    if (given.containsKey(name) || files.containsKey(name))
      throw new Refusal("console.twice", vocabulary.name(language, one.param()));
    if (one.param().kind().shape() == Shape.FILE) files.put(name, LocalFiles.read(one.value()));
    else given.put(name, one.value());
  }

  /**
   * Words without a name fill the required parameters that are still empty, in order.
   *
   * @throws Refusal when there are too many, or one looks like a parameter that does not exist
   */
  void fill(List<Word> bare) {
    List<Param<?>> empty = new ArrayList<>(command.params());
    empty.removeIf(
        param ->
            !param.isNeeded(given)
                || given.containsKey(param.name())
                || files.containsKey(param.name()));
    for (int i = 0; i < bare.size(); i++) {
      if (empty.isEmpty()) throw extra(bare.get(i));
      Param<?> next = empty.removeFirst();
      List<Word> rest = bare.subList(i, bare.size());
      if (empty.isEmpty() && isText(next)) {
        give(new Given(next, whole(rest)));
        return;
      }
      if (Grammar.name(bare.get(i)).isPresent()) throw extra(bare.get(i));
      give(new Given(next, bare.get(i).text()));
    }
  }

  private static boolean isText(Param<?> param) {
    Shape shape = param.kind().shape();
    boolean free = !param.kind().suggests() && param.kind().choices().isEmpty();
    return shape == Shape.LONG_TEXT || (shape == Shape.TEXT && free);
  }

  /** One word without its quotes; several as they were typed, quotes included. */
  private static String whole(List<Word> rest) {
    if (rest.size() == 1) return rest.getFirst().text();
    return rest.stream().map(Word::raw).collect(Collectors.joining(" "));
  }

  private Refusal extra(Word word) {
    List<String> possible =
        Vocabulary.params(command).stream().map(param -> vocabulary.name(language, param)).toList();
    if (possible.isEmpty())
      return new Refusal(
          "console.alone", vocabulary.name(language, command), Cells.clean(word.raw()));
    return new Refusal(
        "console.extra", Cells.clean(word.raw()), vocabulary.name(language, command), possible);
  }
}
