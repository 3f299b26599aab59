package ca.greffier.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the local server knows: one guild with its channels, people, messages and commands. */
final class World {
  private static final long CREATE_EVENTS = 1L << 44;

  /** View, send, embed, attach, read the history; open threads. */
  private static final long ORDINARY =
      1L << 10 | 1L << 11 | 1L << 14 | 1L << 15 | 1L << 16 | 1L << 35 | 1L << 6 | 1L << 38;

  private static final String SINCE = "2026-01-05T12:00:00+00:00";

  private static final List<String> SENT =
      List.of(
          "name", "description", "entity_metadata", "scheduled_start_time", "scheduled_end_time");

  record Channel(String id, String name, long denied, @Nullable DiscordUser recipient) {}

  final String applicationId = Snowflakes.next();
  final String guildId = Snowflakes.next();
  final ObjectNode bot = person(applicationId, "greffier").put("bot", true);
  final Map<String, Channel> channels = new ConcurrentHashMap<>();

  /** The name of the thread under a message. */
  final Map<String, String> threads = new ConcurrentHashMap<>();

  /** What the bot marked a message with. */
  final Map<String, String> reactions = new ConcurrentHashMap<>();

  /** The scheduled events of the guild. */
  final Map<String, ObjectNode> events = new ConcurrentHashMap<>();

  final Map<String, DiscordUser> users = new ConcurrentHashMap<>();
  final Map<String, Interaction> interactions = new ConcurrentHashMap<>();
  final Map<String, Given> attachments = new ConcurrentHashMap<>();
  final List<Shown> posts = new CopyOnWriteArrayList<>();
  volatile boolean mayCreateEvents = true;
  volatile JsonNode commands = Json.list();
  volatile String url = "";

  Channel channel(String name, long denied, @Nullable DiscordUser recipient) {
    Channel channel = new Channel(Snowflakes.next(), name, denied, recipient);
    channels.put(channel.id(), channel);
    return channel;
  }

  Optional<Channel> named(String name) {
    return channels.values().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  static ObjectNode person(String id, String name) {
    return Json.of(
            "id",
            id,
            "username",
            name,
            "global_name",
            name,
            "discriminator",
            "0",
            "avatar",
            null,
            "public_flags",
            0,
            "flags",
            0)
        .putNull("primary_guild");
  }

  static ObjectNode member(ObjectNode user) {
    return Json.of(
        "user",
        user,
        "roles",
        Json.list(),
        "joined_at",
        SINCE,
        "permissions",
        Long.toString(ORDINARY),
        "deaf",
        false,
        "mute",
        false,
        "flags",
        0);
  }

  ObjectNode guild() {
    ArrayNode all = Json.list();
    for (Channel channel : channels.values()) {
      if (channel.recipient() == null) all.add(json(channel));
    }
    return Json.of(
        "id", guildId,
        "name", "Projet",
        "owner_id", Snowflakes.next(),
        "member_count", users.size() + 1,
        "afk_timeout", 300,
        "preferred_locale", "fr",
        "roles", Json.list(everyone()),
        "channels", all,
        "members", Json.list(member(bot)),
        "threads", Json.list(),
        "emojis", Json.list(),
        "voice_states", Json.list(),
        "guild_scheduled_events", Json.list(events.values().toArray()));
  }

  ObjectNode json(Channel channel) {
    DiscordUser recipient = channel.recipient();
    if (recipient != null)
      return Json.of(
          "id", channel.id(), "type", 1, "flags", 0, "recipients", Json.list(recipient.json()));
    JsonNode denied =
        Json.of("id", guildId, "type", 0, "allow", "0", "deny", Long.toString(channel.denied()));
    return Json.of(
        "id",
        channel.id(),
        "type",
        0,
        "guild_id",
        guildId,
        "name",
        channel.name(),
        "position",
        0,
        "flags",
        0,
        "permission_overwrites",
        channel.denied() == 0 ? Json.list() : Json.list(denied));
  }

  /** A thread under a message, which has the number of the message. */
  ObjectNode thread(String message, String channel, String name) {
    return Json.of(
        "id",
        message,
        "type",
        11,
        "guild_id",
        guildId,
        "parent_id",
        channel,
        "owner_id",
        bot.path("id").asString(),
        "name",
        name,
        "flags",
        0,
        "rate_limit_per_user",
        0,
        "message_count",
        0,
        "member_count",
        1,
        "total_message_sent",
        0,
        "thread_metadata",
        Json.of(
            "archived",
            false,
            "archive_timestamp",
            SINCE,
            "auto_archive_duration",
            1440,
            "locked",
            false,
            "create_timestamp",
            SINCE));
  }

  /** An event somewhere outside Discord, made or changed by what the bot sent. */
  ObjectNode event(String id, JsonNode sent) {
    ObjectNode event =
        events.computeIfAbsent(
            id,
            each ->
                Json.of(
                    "id",
                    each,
                    "guild_id",
                    guildId,
                    "channel_id",
                    null,
                    "creator_id",
                    bot.path("id").asString(),
                    "creator",
                    bot,
                    "image",
                    null,
                    "entity_id",
                    null,
                    "entity_type",
                    3,
                    "privacy_level",
                    2,
                    "recurrence_rule",
                    null,
                    "guild_scheduled_event_exceptions",
                    Json.list(),
                    "status",
                    1));
    for (String field : SENT) if (sent.has(field)) event.set(field, sent.path(field));
    return event;
  }

  /** A message made of what the bot sent. */
  Shown message(String channel, JsonNode body, List<Shown.Upload> files, boolean ephemeral) {
    ObjectNode json =
        Json.of(
            "id",
            Snowflakes.next(),
            "channel_id",
            channel,
            "type",
            0,
            "author",
            bot,
            "content",
            body.path("content").asString(""),
            "timestamp",
            SINCE,
            "edited_timestamp",
            null,
            "tts",
            false,
            "pinned",
            false,
            "mention_everyone",
            false,
            "mentions",
            Json.list(),
            "mention_roles",
            Json.list(),
            "flags",
            body.path("flags").asInt(0) | (ephemeral ? 64 : 0));
    json.set("embeds", embeds(body));
    json.set("components", numbered(body.path("components")));
    json.set("attachments", attachments(files));
    if (body.has("nonce")) json.set("nonce", body.path("nonce"));
    return new Shown(json, files);
  }

  private static ArrayNode embeds(JsonNode body) {
    ArrayNode embeds = Json.list();
    for (JsonNode embed : body.path("embeds"))
      embeds.add(((ObjectNode) embed.deepCopy()).put("type", "rich"));
    return embeds;
  }

  /** Discord gives every component a number. */
  private static ArrayNode numbered(JsonNode components) {
    ArrayNode numbered = Json.list();
    int id = 1;
    for (JsonNode row : components) {
      ObjectNode copy = (ObjectNode) row.deepCopy();
      copy.put("id", id++);
      for (JsonNode part : copy.path("components")) ((ObjectNode) part).put("id", id++);
      numbered.add(copy);
    }
    return numbered;
  }

  private ArrayNode attachments(List<Shown.Upload> files) {
    List<JsonNode> all = new ArrayList<>();
    for (Shown.Upload file : files)
      all.add(attachment(Snowflakes.next(), file.name(), file.bytes().length));
    return Json.list(all.toArray());
  }

  ObjectNode attachment(String id, String name, int size) {
    String address = url + "/attachments/" + id;
    return Json.of("id", id, "filename", name, "size", size, "url", address, "proxy_url", address);
  }

  private ObjectNode everyone() {
    return Json.of(
        "id",
        guildId,
        "name",
        "@everyone",
        "permissions",
        Long.toString(mayCreateEvents ? ORDINARY | CREATE_EVENTS : ORDINARY),
        "position",
        0,
        "colors",
        Json.of("primary_color", 0),
        "hoist",
        false,
        "managed",
        false,
        "mentionable",
        false,
        "flags",
        0);
  }
}
