package ca.greffier.chat;

import ca.greffier.command.Choice;
import ca.greffier.command.Command;
import ca.greffier.command.Commands;
import ca.greffier.command.Kind;
import ca.greffier.command.Param;
import ca.greffier.command.Shape;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * The house's commands as Discord is told them: {@code room verb} is a command with a subcommand.
 * Names are French by default, since Discord has no French of Canada and falls back on nothing, and
 * localized for both its Englishes. Everybody is shown every command: rights are the Desk's.
 */
final class SlashCommands {
  private static final int LONGEST_HELP = 100;
  private static final List<DiscordLocale> ENGLISH =
      List.of(DiscordLocale.ENGLISH_US, DiscordLocale.ENGLISH_UK);

  private final Commands commands;
  private final Messages messages;

  SlashCommands(Commands commands, Messages messages) {
    this.commands = commands;
    this.messages = messages;
  }

  Collection<SlashCommandData> all() {
    Map<String, SlashCommandData> byRoom = new LinkedHashMap<>();
    for (Command command : commands.all()) {
      String[] words = command.name().split(" ", 2);
      if (words.length == 1) byRoom.put(words[0], alone(command));
      else byRoom.computeIfAbsent(words[0], this::room).addSubcommands(verb(command, words[1]));
    }
    return byRoom.values();
  }

  private SlashCommandData room(String name) {
    String key = "command." + name + ".name";
    return slash(name, "chat.room", messages.say(Language.FRENCH, key), key)
        .setDescriptionLocalizations(
            english("chat.room", messages.say(Language.ENGLISH, key), LONGEST_HELP));
  }

  private SlashCommandData alone(Command command) {
    return slash(command.name(), command.key() + ".help", "", command.key() + ".name")
        .setDescriptionLocalizations(english(command.key() + ".help", "", LONGEST_HELP))
        .addOptions(options(command));
  }

  private SlashCommandData slash(String name, String help, String argument, String nameKey) {
    String said = Cut.to(LONGEST_HELP, messages.say(Language.FRENCH, help, argument));
    return net.dv8tion.jda.api.interactions.commands.build.Commands.slash(name, said)
        .setNameLocalizations(english(nameKey, "", OptionData.MAX_NAME_LENGTH))
        .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
  }

  private SubcommandData verb(Command command, String verb) {
    String help = command.key() + ".help";
    String said = Cut.to(LONGEST_HELP, messages.say(Language.FRENCH, help));
    return new SubcommandData(verb, said)
        .setNameLocalizations(english(command.key() + ".name", "", OptionData.MAX_NAME_LENGTH))
        .setDescriptionLocalizations(english(help, "", LONGEST_HELP))
        .addOptions(options(command));
  }

  private List<OptionData> options(Command command) {
    List<OptionData> options = new ArrayList<>();
    for (Param<?> param : command.params()) {
      if (!param.kind().hidden()) options.add(option(command, param));
    }
    options.sort(Comparator.comparing(OptionData::isRequired).reversed());
    return options;
  }

  private OptionData option(Command command, Param<?> param) {
    String key = "param." + param.name();
    Kind<?> kind = param.kind();
    OptionType type = type(kind.shape());
    String help = Cut.to(LONGEST_HELP, messages.say(Language.FRENCH, key + ".help"));
    OptionData option = new OptionData(type, param.name(), help, isDemanded(command, param));
    option.setNameLocalizations(english(key + ".name", "", OptionData.MAX_NAME_LENGTH));
    option.setDescriptionLocalizations(english(key + ".help", "", LONGEST_HELP));
    for (Choice choice : kind.choices()) option.addChoices(choice(choice));
    if (type == OptionType.STRING && kind.choices().isEmpty())
      option.setAutoComplete(kind.suggests());
    return option;
  }

  /**
   * True when Discord itself demands the option. It leaves out what a form can ask afterwards, so
   * that a command typed bare opens its form; what completes itself can only be typed, and more
   * blanks than a form holds must be.
   */
  private static boolean isDemanded(Command command, Param<?> param) {
    long blanks =
        command.params().stream().filter(Param::required).filter(p -> !p.kind().suggests()).count();
    return param.required() && (param.kind().suggests() || blanks > Modals.MOST_FIELDS);
  }

  private net.dv8tion.jda.api.interactions.commands.Command.Choice choice(Choice choice) {
    int most = OptionData.MAX_CHOICE_NAME_LENGTH;
    String name = Cut.to(most, messages.say(Language.FRENCH, choice.key()));
    return new net.dv8tion.jda.api.interactions.commands.Command.Choice(name, choice.value())
        .setNameLocalizations(english(choice.key(), "", most));
  }

  private Map<DiscordLocale, String> english(String key, String argument, int most) {
    String said = Cut.to(most, messages.say(Language.ENGLISH, key, argument));
    Map<DiscordLocale, String> both = new LinkedHashMap<>();
    for (DiscordLocale locale : ENGLISH) both.put(locale, said);
    return both;
  }

  private static OptionType type(Shape shape) {
    return switch (shape) {
      case FILE -> OptionType.ATTACHMENT;
      case WHOLE_NUMBER -> OptionType.INTEGER;
      case TEXT, LONG_TEXT, DATE, TIME, MONEY, CHOICE -> OptionType.STRING;
    };
  }
}
