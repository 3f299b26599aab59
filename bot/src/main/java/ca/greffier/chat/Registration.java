package ca.greffier.chat;

import ca.greffier.config.Discord;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Discord the commands. A server that only resembles Discord may know less of them: it is
 * told them plainly, and when it knows none the line stays open, since messages still leave by it.
 */
final class Registration {
  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  /** A form that is not understood, or a route that does not exist; not a right that is missing. */
  private static final Set<Integer> UNKNOWN = Set.of(400, 404, 405, 501);

  private final Discord settings;
  private final Collection<SlashCommandData> commands;
  private final Messages messages;

  Registration(Discord settings, Collection<SlashCommandData> commands, Messages messages) {
    this.settings = settings;
    this.commands = commands;
    this.messages = messages;
  }

  /**
   * @throws DiscordFailure when the bot is not in its server, or may not have commands there
   */
  void tell(JDA ready) {
    Optional<Guild> guild = guild(ready);
    try {
      guild
          .map(Guild::updateCommands)
          .orElseGet(ready::updateCommands)
          .addCommands(commands)
          .complete();
    } catch (ErrorResponseException e) {
      URI api = settings.apiUrl();
      if (api == null || !UNKNOWN.contains(e.getResponse().code)) throw refused(e);
      tellPlainly(list(api, ready, guild), Troubles.of(e));
    }
  }

  private void tellPlainly(URI list, Phrase whole) {
    String token = settings.token().reveal();
    PlainCommands.put(list, token, commands)
        .ifPresentOrElse(
            why -> log("chat.register.none", why), () -> log("chat.register.plain", whole));
  }

  private void log(String key, Object why) {
    LOG.warn("{}", messages.say(Language.FRENCH, key, why));
  }

  private static DiscordFailure refused(ErrorResponseException e) {
    return new DiscordFailure(Phrase.of("chat.failure.register", Troubles.of(e)), e);
  }

  private Optional<Guild> guild(JDA ready) {
    String id = settings.guild();
    if (id.isEmpty()) return Optional.empty();
    Guild guild = ready.getGuildById(id);
    if (guild == null) throw new DiscordFailure(Phrase.of("chat.failure.guild", id), null);
    return Optional.of(guild);
  }

  private static URI list(URI api, JDA ready, Optional<Guild> guild) {
    String where = guild.map(each -> "/guilds/" + each.getId()).orElse("");
    String root = api.toString().replaceAll("/+$", "");
    String application = ready.getSelfUser().getApplicationId();
    return URI.create(root + "/applications/" + application + where + "/commands");
  }
}
