package ca.greffier.command;

import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind with a closed list of values. What is typed may be the value, its label in either
 * language, or a synonym; case and accents do not count.
 */
final class ClosedList<E> implements Kind<E> {
  private final Map<String, E> values;
  private final Map<String, E> accepted = new HashMap<>();
  private final List<Choice> choices;

  /**
   * @param name the values' labels are the messages {@code choice.NAME.VALUE}, and their synonyms,
   *     if any, {@code choice.NAME.VALUE.also}, separated by commas
   * @param values by what is typed and stored, in the order they are shown
   */
  ClosedList(Messages messages, String name, Map<String, E> values) {
    this.values = new LinkedHashMap<>(values);
    this.choices =
        this.values.keySet().stream()
            .map(value -> new Choice(value, "choice." + name + "." + value))
            .toList();
    for (Choice choice : choices) {
      accept(choice.value(), choice);
      for (Language language : Language.values()) {
        accept(messages.say(language, choice.key()), choice);
        String also = choice.key() + ".also";
        if (!messages.has(also)) continue;
        for (String synonym : messages.say(language, also).split(",")) accept(synonym, choice);
      }
    }
  }

  private void accept(String words, Choice choice) {
    E value = find(choice.value());
    E before = accepted.putIfAbsent(Folded.of(words), value);
    if (before != null && !before.equals(value))
      throw new IllegalArgumentException(choice.key() + ": taken by another value: " + words);
  }

  @Override
  public E parse(String typed) {
    E value = accepted.get(Folded.of(typed));
    if (value != null) return value;
    List<Phrase> labels = choices.stream().map(choice -> Phrase.of(choice.key())).toList();
    throw new Refusal("refusal.choice", Kinds.quoted(typed), labels);
  }

  @Override
  public String write(E value) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not in the list: " + value));
  }

  private E find(String value) {
    E found = values.get(value);
    if (found == null) throw new IllegalArgumentException("no value for " + value);
    return found;
  }

  @Override
  public Shape shape() {
    return Shape.CHOICE;
  }

  @Override
  public List<Choice> choices() {
    return choices;
  }
}
