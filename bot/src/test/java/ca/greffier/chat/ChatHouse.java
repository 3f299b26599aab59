package ca.greffier.chat;

import ca.greffier.command.Actor;
import ca.greffier.command.Asks;
import ca.greffier.command.ChannelLines;
import ca.greffier.command.Commands;
import ca.greffier.command.Desk;
import ca.greffier.command.Identity;
import ca.greffier.command.Journal;
import ca.greffier.command.Kinds;
import ca.greffier.command.PersonId;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import ca.greffier.command.Who;
import ca.greffier.config.Discord;
import ca.greffier.config.Secret;
import ca.greffier.house.SettableClock;
import ca.greffier.house.TestStore;
import ca.greffier.store.Store;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A house with toy commands whose only door is Discord: the local server. */
final class ChatHouse implements AutoCloseable, Who {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final DiscordServer discord = DiscordServer.start();
  final SettableClock clock = SettableClock.at("2026-11-23T14:00:00Z");
  final Store store = TestStore.fresh();
  final Messages messages = Messages.of(ZoneId.of("America/Toronto"), words("fr"), words("en"));
  final Asks asks = new Asks(store.jdbi(), new Tokens(new byte[32]), clock);
  final Journal journal = new Journal(store.jdbi());

  /** The channels where lines mean something. */
  final Set<String> heard = ConcurrentHashMap.newKeySet();

  final DiscordDoor door;
  final ChatCarrier carrier;
  private final Map<String, Actor> known = new LinkedHashMap<>();

  ChatHouse() {
    door = door(settings());
    carrier = new ChatCarrier(door, asks, messages);
  }

  static ChatHouse open() {
    ChatHouse house = new ChatHouse();
    house.door.start(PATIENCE);
    return house;
  }

  DiscordDoor door(Discord settings) {
    Commands commands = new Commands(new TrialCommands(new Kinds(messages, clock)).all());
    Desk desk = new Desk(store.jdbi(), commands, this, asks, clock, () -> {});
    return new DiscordDoor(settings, desk, commands, this, this::meant, messages, clock);
  }

  /** In this house, a line that begins with ! is said. */
  private Optional<ChannelLines.Meant> meant(String channel, String line) {
    return line.startsWith("!") && heard.contains(channel)
        ? Optional.of(new ChannelLines.Meant("essai dire", Map.of("mot", line.substring(1))))
        : Optional.empty();
  }

  Discord settings() {
    return settings(DiscordServer.TOKEN, "");
  }

  Discord settings(String token, String guild) {
    return new Discord(
        new Secret(token),
        guild,
        URI.create(discord.apiUrl()),
        URI.create(discord.gatewayUrl()),
        Discord.Compression.NONE,
        true);
  }

  /** A Discord account linked to a person. */
  DiscordUser linked(String name, Role role) {
    return linked(name, role, Language.FRENCH);
  }

  DiscordUser linked(String name, Role role, Language language) {
    DiscordUser user = discord.user(name);
    known.computeIfAbsent(
        user.id(),
        id -> {
          Optional<PersonId> person = Optional.of(new PersonId(known.size() + 1));
          return new Actor(person, Identity.discord(id), name, language, role);
        });
    return user;
  }

  PersonId person(DiscordUser user) {
    return identity(Identity.discord(user.id())).orElseThrow().known();
  }

  @Override
  public Optional<Actor> person(PersonId id) {
    return known.values().stream().filter(each -> each.known().equals(id)).findFirst();
  }

  @Override
  public Optional<Actor> identity(Identity identity) {
    return Optional.ofNullable(known.get(identity.value()));
  }

  @Override
  public void close() {
    door.close();
    discord.close();
    store.close();
  }

  private static Properties words(String tag) {
    Properties words = new Properties();
    for (String bundle : new String[] {"/messages_", "/chat_"}) {
      try (InputStreamReader reader =
          new InputStreamReader(
              Objects.requireNonNull(
                  ChatHouse.class.getResourceAsStream(bundle + tag + ".properties")),
              StandardCharsets.UTF_8)) {
        words.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return words;
  }
}
