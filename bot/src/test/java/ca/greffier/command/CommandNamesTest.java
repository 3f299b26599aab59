package ca.greffier.command;

import static ca.greffier.text.Language.ENGLISH;
import static ca.greffier.text.Language.FRENCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.house.CommandWords;
import ca.greffier.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A house of two commands and its words. */
class CommandNamesTest {
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");
  private final Properties french = new Properties();
  private final Properties english = new Properties();
  private final Param<?> title =
      Param.required(
          "titre", new Kinds(Messages.load(ZONE), InstantSource.fixed(Instant.EPOCH)).text(80));
  private final Command plan =
      Command.of("rencontre planifier", Role.MEMBER, call -> Reply.said("desk.already"), title);
  private final Command help = Command.of("aide", Role.ANYONE, call -> Reply.said("desk.already"));
  private final Commands commands = new Commands(List.of(plan, help));

  CommandNamesTest() {
    words("command.rencontre.name", "rencontre", "meeting");
    words("command.rencontre.planifier.name", "planifier", "plan");
    words("command.rencontre.planifier.help", "Planifie une rencontre", "Plans a meeting");
    words("command.aide.name", "aide", "help");
    words("command.aide.help", "Montre les commandes", "Shows the commands");
    words("param.titre.name", "titre", "title");
    words("param.titre.label", "Titre", "Title");
    words("param.titre.help", "Ce dont il s’agit", "What it is about");
  }

  @Test
  void a_command_is_found_by_its_name_in_either_language() {
    CommandNames names = new CommandNames(commands, messages());
    assertThat(names.name(FRENCH, plan)).isEqualTo("rencontre planifier");
    assertThat(names.name(ENGLISH, plan)).isEqualTo("meeting plan");
    assertThat(names.find(" Rencontre  PLANIFIER ")).contains(plan);
    assertThat(names.find("meeting plan")).contains(plan);
    assertThat(names.find("help")).contains(help);
    assertThat(names.find("meeting planifier")).isEmpty();
  }

  @Test
  void a_parameter_is_found_by_its_name_in_either_language() {
    CommandNames names = new CommandNames(commands, messages());
    assertThat(names.param(ENGLISH, title)).isEqualTo("title");
    assertThat(names.findParam(plan, "titre")).contains(title);
    assertThat(names.findParam(plan, "Title")).contains(title);
    assertThat(names.findParam(help, "title")).isEmpty();
  }

  @Test
  void two_commands_may_not_share_a_name() {
    words("command.aide.name", "aide", "help");
    english.setProperty("command.rencontre.name", "aide");
    Commands twins =
        new Commands(List.of(help, Command.of("rencontre", Role.ANYONE, call -> Reply.said("x"))));
    assertThatIllegalArgumentException().isThrownBy(() -> new CommandNames(twins, messages()));
  }

  @Test
  void complete_words_pass_the_check() {
    assertThatCode(() -> CommandWords.check(commands, messages())).doesNotThrowAnyException();
  }

  @Test
  void missing_long_or_accented_words_do_not_pass_the_check() {
    fails("param.titre.help", "x".repeat(101));
    fails("param.titre.label", "x".repeat(46));
    fails("param.titre.name", "intitulé");
    fails("command.aide.help", "x".repeat(101));
    fails("command.aide.name", "À l’aide");
    french.remove("param.titre.label");
    assertThatThrownBy(() -> CommandWords.check(commands, messages()))
        .hasMessageContaining("param.titre.label");
  }

  private void fails(String key, String word) {
    Object before = french.setProperty(key, word);
    assertThatThrownBy(() -> CommandWords.check(commands, messages()))
        .as(key)
        .isInstanceOf(AssertionError.class);
    french.put(key, before);
  }

  private void words(String key, String inFrench, String inEnglish) {
    french.setProperty(key, inFrench);
    english.setProperty(key, inEnglish);
  }

  private Messages messages() {
    return Messages.of(ZONE, french, english);
  }
}
