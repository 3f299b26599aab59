package ca.greffier.chat;

import io.javalin.Javalin;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A local server that speaks Discord's gateway and REST protocols to the real bot: a guild with its
 * channels, and people who type commands, press buttons and send forms. Every request is checked
 * against the official OpenAPI description where it is at hand (system property {@code
 * greffier.corpora}) and against Discord's other rules; {@link #check} fails when one does not fit.
 */
public final class DiscordServer implements AutoCloseable {
  public static final String TOKEN = "jeton-du-robot";
  private static final long SEND = 1L << 11;

  private final World world = new World();
  private final Gateway gateway = new Gateway(world, TOKEN);
  private final Rest rest =
      new Rest(world, TOKEN, thread -> gateway.dispatch("THREAD_CREATE", thread));
  private final Javalin server;

  private DiscordServer() {
    world.channel("general", 0, null);
    server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.routes.ws("/", gateway::configure);
              rest.configure(config.routes);
            });
    server.start(0);
    world.url = "http://127.0.0.1:" + server.port();
  }

  public static DiscordServer start() {
    return new DiscordServer();
  }

  public String apiUrl() {
    return world.url + Rest.ROOT + "/";
  }

  public String gatewayUrl() {
    return world.url.replace("http", "ws");
  }

  public String guild() {
    return world.guildId;
  }

  /** The id of a channel of the guild; made before the bot logs in, except {@code general}. */
  public String channel(String name) {
    return world.named(name).orElseGet(() -> world.channel(name, 0, null)).id();
  }

  /** The id of a channel where the bot may not write. */
  public String lockedChannel(String name) {
    return world.channel(name, SEND, null).id();
  }

  /** A person of the guild, whose Discord is in French. */
  public DiscordUser user(String name) {
    return world.users.computeIfAbsent(name, each -> new DiscordUser(each, world, gateway));
  }

  /** The commands as registered, once they are. */
  public JsonNode commands() {
    return Waiting.until("commands", () -> world.commands.isEmpty() ? null : world.commands);
  }

  /** The posts of a channel, once there are as many. */
  public List<Shown> posts(String channel, int expected) {
    return Waiting.until(
        expected + " post(s) in " + channel,
        () -> {
          List<Shown> posts =
              world.posts.stream().filter(post -> post.channel().equals(channel)).toList();
          return posts.size() >= expected ? posts : null;
        });
  }

  /** The reaction of the bot to a message, once it is there. */
  public String reaction(String message) {
    return Waiting.until("a reaction", () -> world.reactions.get(message));
  }

  /** The name of the thread under a message. */
  String thread(String message) {
    return String.valueOf(world.threads.get(message));
  }

  /** The events of the guild. */
  public List<JsonNode> events() {
    return List.copyOf(world.events.values());
  }

  /** Somebody removes an event by hand; the bot hears of it. */
  void removeEvent(String id) {
    JsonNode removed = world.events.remove(id);
    if (removed != null) gateway.dispatch("GUILD_SCHEDULED_EVENT_DELETE", removed);
  }

  /** The bot may not create events any more. */
  void deniesEvents() {
    world.mayCreateEvents = false;
  }

  /**
   * The next request that matches fails.
   *
   * @param call a regular expression found in {@code POST /channels/1/messages}
   */
  public void fails(String call, Fault fault) {
    rest.plan(call, fault);
  }

  /** Cuts the bot's line as a network does; what happens meanwhile is replayed when it resumes. */
  public void cut() {
    gateway.cut();
  }

  /** From now on, the gateway closes the line of whoever logs in. */
  public void turnsAway(int code, String reason) {
    gateway.turnAway(code, reason);
  }

  /** How many times a bot has logged in anew, and how many times it has resumed. */
  public Map<String, Integer> logins() {
    return Map.of("identified", gateway.identified(), "resumed", gateway.resumed());
  }

  /** What the requests that match a regular expression held. */
  public List<JsonNode> bodies(String call) {
    return rest.requests.stream()
        .filter(each -> (each.method() + " " + each.path()).matches(call))
        .map(Rest.Request::body)
        .toList();
  }

  /** How many requests matched a regular expression. */
  public long count(String call) {
    return rest.requests.stream()
        .filter(each -> (each.method() + " " + each.path()).matches(call))
        .count();
  }

  /** True when the official description is at hand, so that every request is checked against it. */
  public static boolean checksOfficially() {
    return DiscordSpec.find().isPresent();
  }

  /** Fails when a request since the last check did not fit Discord's rules. */
  public void check() {
    List<String> broken = List.copyOf(rest.violations);
    rest.violations.clear();
    if (!broken.isEmpty()) throw new AssertionError(String.join("\n", broken));
  }

  @Override
  public void close() {
    server.stop();
    check();
  }
}
