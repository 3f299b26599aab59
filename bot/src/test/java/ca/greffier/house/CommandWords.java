package ca.greffier.house;

import static org.assertj.core.api.Assertions.assertThat;

import ca.greffier.command.Choice;
import ca.greffier.command.Command;
import ca.greffier.command.CommandNames;
import ca.greffier.command.Commands;
import ca.greffier.command.Param;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words that every command needs, within the limits of the narrowest door, Discord. */
public final class CommandWords {
  private static final String NAME = "^[-_a-z0-9]{1,32}$";

  private final Messages messages;
  private final CommandNames names;

  private CommandWords(CommandNames names, Messages messages) {
    this.names = names;
    this.messages = messages;
  }

  /** Fails on the first command whose words are missing, too long or taken. */
  public static void check(Commands commands, Messages messages) {
    CommandWords words = new CommandWords(new CommandNames(commands, messages), messages);
    for (Command command : commands.all()) words.check(command);
  }

  private void check(Command command) {
    assertThat(command.params()).as(command.name()).hasSizeLessThanOrEqualTo(25);
    for (Language language : Language.values()) {
      for (String word : names.name(language, command).split(" "))
        assertThat(word).as(command.name() + " in " + language).matches(NAME);
      atMost(language, command.key() + ".help", 100);
      Set<String> taken = new HashSet<>();
      for (Param<?> param : command.params()) {
        String name = names.param(language, param);
        assertThat(name).as(param.name() + " in " + language).matches(NAME);
        assertThat(taken.add(name)).as(command.name() + ": two parameters " + name).isTrue();
        check(language, param);
      }
    }
  }

  private void check(Language language, Param<?> param) {
    atMost(language, "param." + param.name() + ".label", 45);
    atMost(language, "param." + param.name() + ".help", 100);
    List<Choice> choices = param.kind().choices();
    assertThat(choices).as(param.name()).hasSizeLessThanOrEqualTo(25);
    for (Choice choice : choices) atMost(language, choice.key(), 100);
  }

  private void atMost(Language language, String key, int max) {
    assertThat(messages.say(language, key))
        .as(key + " in " + language)
        .isNotBlank()
        .hasSizeLessThanOrEqualTo(max);
  }
}
