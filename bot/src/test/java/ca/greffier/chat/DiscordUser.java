package ca.greffier.chat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person with Discord open. What Discord's client would not let them do fails the test. */
public final class DiscordUser {
  private final String id = Snowflakes.next();
  private final String name;
  private final World world;
  private final Gateway gateway;
  private String locale = "fr";
  private boolean inDm;
  private boolean closed;
  private World.@Nullable Channel dm;

  DiscordUser(String name, World world, Gateway gateway) {
    this.name = name;
    this.world = world;
    this.gateway = gateway;
  }

  public String id() {
    return id;
  }

  /** From now on their Discord is in another language: {@code en-US}. */
  public DiscordUser speaking(String tag) {
    locale = tag;
    return this;
  }

  /** From now on they talk to the bot in private. */
  public DiscordUser inPrivate() {
    inDm = true;
    return this;
  }

  /** From now on they take no private message. */
  public DiscordUser closingMessages() {
    closed = true;
    return this;
  }

  /** Types a command: {@code types("/point donner", option("livrable", "12"))}. */
  public Interaction types(String line, Given... given) {
    Typed typed = Typed.of(world, line);
    return send(2, typed.data(List.of(given), null), null);
  }

  /** Types the beginning of an option's value, and waits for what is offered. */
  public Interaction begins(String line, Given unfinished, Given... before) {
    Typed typed = Typed.of(world, line);
    return send(4, typed.data(List.of(before), unfinished), null);
  }

  /**
   * Says something in a channel or a thread, without any command.
   *
   * @return the message's id
   */
  public String says(String channel, String text) {
    ObjectNode message =
        world.message(channel, Json.of("content", text), List.of(), false).json().deepCopy();
    message.set("author", json());
    message.put("guild_id", world.guildId);
    message.set("member", World.member(json()));
    gateway.dispatch("MESSAGE_CREATE", message);
    return message.path("id").asString();
  }

  /** Presses a button of a message, by its label. */
  public Interaction presses(Shown message, String label) {
    String customId = message.button(label).path("custom_id").asString();
    JsonNode data = Json.of("custom_id", customId, "component_type", 2, "id", 2);
    return send(3, data, message);
  }

  /** Fills a form and sends it; what is not given is left empty. */
  public Interaction submits(Form form, Given... given) {
    ObjectNode files = Json.of();
    JsonNode labels = Answered.all(world, form, List.of(given), files);
    JsonNode resolved = Json.of("attachments", files);
    JsonNode data =
        Json.of("custom_id", form.customId(), "components", labels, "resolved", resolved);
    return send(5, data, null);
  }

  ObjectNode json() {
    return World.person(id, name);
  }

  boolean isClosed() {
    return closed;
  }

  synchronized World.Channel dm() {
    if (dm == null) dm = world.channel("dm-" + name, 0, this);
    return dm;
  }

  /** The channel they are in. */
  String channel() {
    return inDm ? dm().id() : world.named("general").orElseThrow().id();
  }

  private Interaction send(int type, JsonNode data, @Nullable Shown message) {
    Interaction interaction = new Interaction(this);
    world.interactions.put(interaction.token, interaction);
    ObjectNode event =
        Json.of(
            "id",
            interaction.id,
            "application_id",
            world.applicationId,
            "type",
            type,
            "token",
            interaction.token,
            "version",
            1,
            "channel_id",
            channel(),
            "locale",
            locale,
            "data",
            data,
            "entitlements",
            Json.list(),
            "attachment_size_limit",
            10_485_760,
            "app_permissions",
            "117760");
    event.setAll(place());
    if (message != null) event.set("message", message.json());
    gateway.dispatch("INTERACTION_CREATE", event);
    return interaction;
  }

  private ObjectNode place() {
    if (inDm)
      return Json.of(
          "context", 1,
          "user", json(),
          "channel", world.json(dm()),
          "authorizing_integration_owners", Map.of("0", "0"));
    return Json.of(
        "context", 0,
        "guild_id", world.guildId,
        "guild_locale", "fr",
        "guild", Json.of("id", world.guildId, "locale", "fr", "features", Json.list()),
        "member", World.member(json()),
        "channel", world.json(world.named("general").orElseThrow()),
        "authorizing_integration_owners", Map.of("0", world.guildId));
  }
}
