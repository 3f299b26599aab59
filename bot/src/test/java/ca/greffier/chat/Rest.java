package ca.greffier.chat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Discord's REST API v10, as far as Greffier uses it. Every request and answer is judged. */
final class Rest {
  static final String ROOT = "/api/v10";
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What the bot sent. */
  record Request(String method, String path, JsonNode body, List<Shown.Upload> files) {}

  private record Planned(Pattern call, Fault fault) {}

  private final World world;
  private final String token;

  /** Tells the bots of a thread. */
  private final Consumer<JsonNode> opened;

  final List<Request> requests = new CopyOnWriteArrayList<>();
  final List<String> violations = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Planned> faults = new ConcurrentLinkedQueue<>();

  Rest(World world, String token, Consumer<JsonNode> opened) {
    this.world = world;
    this.token = token;
    this.opened = opened;
  }

  void plan(String call, Fault fault) {
    faults.add(new Planned(Pattern.compile(call), fault));
  }

  void configure(RoutesConfig routes) {
    String app = ROOT + "/applications/{app}";
    String hook = ROOT + "/webhooks/{app}/{token}";
    routes.before(ROOT + "/*", this::receive);
    routes.after(ROOT + "/*", this::judgeAnswer);
    routes.get(ROOT + "/users/@me", ctx -> answer(ctx, account()));
    routes.get(ROOT + "/gateway", ctx -> answer(ctx, gateway()));
    routes.put(app + "/commands", this::commands);
    routes.put(app + "/guilds/{guild}/commands", this::commands);
    routes.post(ROOT + "/interactions/{id}/{token}/callback", this::callback);
    routes.patch(hook + "/messages/@original", this::edit);
    routes.delete(hook + "/messages/@original", this::delete);
    routes.post(hook, this::followUp);
    routes.post(ROOT + "/channels/{channel}/messages", this::post);
    routes.post(ROOT + "/channels/{channel}/messages/{message}/threads", this::openThread);
    routes.put(ROOT + "/channels/{channel}/messages/{message}/reactions/{emoji}/@me", this::react);
    routes.post(ROOT + "/guilds/{guild}/scheduled-events", this::schedule);
    routes.get(ROOT + "/guilds/{guild}/scheduled-events/{event}", this::event);
    routes.patch(ROOT + "/guilds/{guild}/scheduled-events/{event}", this::event);
    routes.delete(ROOT + "/guilds/{guild}/scheduled-events/{event}", this::unschedule);
    routes.post(ROOT + "/users/@me/channels", this::openDm);
    routes.get("/attachments/{id}", this::download);
  }

  private JsonNode gateway() {
    return JsonMapper.shared().createObjectNode().put("url", world.url.replace("http", "ws"));
  }

  private void receive(Context ctx) throws IOException {
    Request request = read(ctx);
    ctx.attribute("request", request);
    requests.add(request);
    String call = request.method() + " " + request.path();
    Fault fault = fault(call);
    if (fault == null && isUnauthorized(ctx)) fault = Fault.error(401, 0);
    if (fault != null) {
      refuse(ctx, fault);
      return;
    }
    for (String broken : broken(request)) violations.add(call + ": " + broken);
  }

  private static Request read(Context ctx) throws IOException {
    String path = ctx.path().substring(ROOT.length());
    if (!ctx.isMultipartFormData())
      return new Request(ctx.method().toString(), path, Json.read(ctx.body()), List.of());
    JsonNode body = Json.read(String.valueOf(ctx.formParam("payload_json")));
    List<Shown.Upload> files = new ArrayList<>();
    for (JsonNode described : body.path("attachments")) {
      UploadedFile file = ctx.uploadedFile("files[" + described.path("id").asString() + "]");
      if (file == null) throw new AssertionError("announced, not sent: " + described);
      String description = described.path("description").asString("");
      byte[] bytes = file.content().readAllBytes();
      files.add(new Shown.Upload(described.path("filename").asString(), description, bytes));
    }
    return new Request(ctx.method().toString(), path, body, files);
  }

  private boolean isUnauthorized(Context ctx) {
    String path = ctx.path();
    boolean carriesToken = path.contains("/interactions/") || path.contains("/webhooks/");
    return !carriesToken && !("Bot " + token).equals(ctx.header("Authorization"));
  }

  private @Nullable Fault fault(String call) {
    for (Planned planned : faults) {
      if (planned.call().matcher(call).find() && faults.remove(planned)) return planned.fault();
    }
    return null;
  }

  private static List<String> broken(Request request) {
    List<String> broken = new ArrayList<>();
    int files = request.files().size();
    broken.addAll(Rules.broken(request.method(), request.path(), request.body(), files));
    DiscordSpec.find()
        .map(spec -> spec.request(request.method(), request.path(), request.body()))
        .ifPresent(broken::addAll);
    return broken;
  }

  private void judgeAnswer(Context ctx) {
    Request request = request(ctx);
    int status = ctx.statusCode();
    if (status == 404 && ctx.result() == null) violations.add("unknown: " + request);
    if (status != 200) return;
    JsonNode body = Json.read(String.valueOf(ctx.result()));
    DiscordSpec.find()
        .map(spec -> spec.answer(request.method(), request.path(), status, body))
        .orElse(List.of())
        .forEach(wrong -> violations.add("the local server answered wrongly: " + wrong));
  }

  private JsonNode account() {
    return world.bot.deepCopy().put("mfa_enabled", false).put("locale", "fr");
  }

  private void commands(Context ctx) {
    List<JsonNode> known = new ArrayList<>();
    for (JsonNode command : request(ctx).body()) {
      ObjectNode copy = (ObjectNode) command.deepCopy();
      copy.put("id", Snowflakes.next()).put("application_id", world.applicationId);
      copy.put("version", Snowflakes.next()).put("type", 1);
      if (!copy.has("default_member_permissions")) copy.putNull("default_member_permissions");
      if (ctx.path().contains("/guilds/")) copy.put("guild_id", world.guildId);
      known.add(copy);
    }
    world.commands = Json.list(known.toArray());
    answer(ctx, world.commands);
  }

  /** Discord gives three seconds, once. */
  private void callback(Context ctx) {
    Interaction interaction = interaction(ctx);
    boolean late = System.nanoTime() - interaction.sentAt > PATIENCE.toNanos();
    if (late || interaction.acknowledged != null) {
      refuse(ctx, late ? Fault.error(404, 10062) : Fault.error(400, 40060));
      return;
    }
    JsonNode body = request(ctx).body();
    JsonNode data = body.path("data");
    interaction.ephemeral = (data.path("flags").asInt(0) & 64) != 0;
    switch (body.path("type").asInt()) {
      case 4 -> interaction.original = shown(ctx, interaction, data);
      case 8 -> interaction.choices = data.path("choices");
      case 9 -> interaction.modal = data;
      default -> {}
    }
    interaction.acknowledged = body.path("type").asInt();
    ctx.status(204);
  }

  private void edit(Context ctx) {
    Interaction interaction = interaction(ctx);
    interaction.original = shown(ctx, interaction, request(ctx).body());
    answer(ctx, interaction.original.json());
  }

  private void delete(Context ctx) {
    interaction(ctx).deleted = true;
    ctx.status(204);
  }

  /** After a deferral, the first follow-up takes the place of « thinking », whatever its flags. */
  private void followUp(Context ctx) {
    Interaction interaction = interaction(ctx);
    JsonNode body = request(ctx).body();
    if (interaction.original == null && !interaction.deleted) {
      interaction.original = shown(ctx, interaction, body);
      answer(ctx, interaction.original.json());
      return;
    }
    boolean ephemeral = (body.path("flags").asInt(0) & 64) != 0;
    Shown shown = world.message(interaction.user.channel(), body, request(ctx).files(), ephemeral);
    interaction.followUps.add(shown);
    answer(ctx, shown.json());
  }

  private Shown shown(Context ctx, Interaction interaction, JsonNode body) {
    return world.message(
        interaction.user.channel(), body, request(ctx).files(), interaction.ephemeral);
  }

  private void post(Context ctx) {
    Request request = request(ctx);
    World.Channel channel = world.channels.get(ctx.pathParam("channel"));
    if (channel == null || channel.denied() != 0) {
      refuse(ctx, channel == null ? Fault.error(404, 10003) : Fault.error(403, 50013));
      return;
    }
    DiscordUser recipient = channel.recipient();
    if (recipient != null && recipient.isClosed()) {
      refuse(ctx, Fault.error(403, 50007));
      return;
    }
    answer(ctx, posted(channel, request).json());
  }

  /** One thread a message, as Discord has it. */
  private void openThread(Context ctx) {
    String message = ctx.pathParam("message");
    String name = request(ctx).body().path("name").asString();
    if (world.threads.putIfAbsent(message, name) != null) {
      refuse(ctx, Fault.error(400, 160004));
      return;
    }
    JsonNode thread = world.thread(message, ctx.pathParam("channel"), name);
    world.channels.put(message, new World.Channel(message, name, 0, null));
    opened.accept(thread);
    ctx.status(201);
    answer(ctx, thread);
  }

  private void react(Context ctx) {
    world.reactions.put(ctx.pathParam("message"), ctx.pathParam("emoji"));
    ctx.status(204);
  }

  private void schedule(Context ctx) {
    answer(ctx, world.event(Snowflakes.next(), request(ctx).body()));
  }

  private void event(Context ctx) {
    if (world.events.containsKey(ctx.pathParam("event")))
      answer(ctx, world.event(ctx.pathParam("event"), request(ctx).body()));
    else refuse(ctx, Fault.error(404, 10070));
  }

  private void unschedule(Context ctx) {
    if (world.events.remove(ctx.pathParam("event")) == null) refuse(ctx, Fault.error(404, 10070));
    else ctx.status(204);
  }

  /** With enforce_nonce, a message sent again is the first one. */
  private Shown posted(World.Channel channel, Request request) {
    String nonce = request.body().path("nonce").asString("");
    for (Shown earlier : world.posts) {
      boolean same = !nonce.isEmpty() && earlier.nonce().equals(nonce);
      if (same && request.body().path("enforce_nonce").asBoolean(false)) return earlier;
    }
    Shown shown = world.message(channel.id(), request.body(), request.files(), false);
    world.posts.add(shown);
    return shown;
  }

  private void openDm(Context ctx) {
    String id = request(ctx).body().path("recipient_id").asString();
    DiscordUser user =
        world.users.values().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    if (user == null) refuse(ctx, Fault.error(400, 50033));
    else answer(ctx, world.json(user.dm()));
  }

  private void download(Context ctx) {
    Given file = world.attachments.get(ctx.pathParam("id"));
    if (file == null || file.bytes() == null) ctx.status(404);
    else ctx.result(file.bytes());
  }

  private Interaction interaction(Context ctx) {
    Interaction found = world.interactions.get(ctx.pathParam("token"));
    if (found == null) throw new AssertionError("no such interaction: " + ctx.path());
    return found;
  }

  private static Request request(Context ctx) {
    Request request = ctx.attribute("request");
    if (request == null) throw new IllegalStateException(ctx.path());
    return request;
  }

  private static void answer(Context ctx, JsonNode body) {
    ctx.contentType("application/json").result(body.toString());
  }

  private static void refuse(Context ctx, Fault fault) {
    for (Map.Entry<String, String> header : fault.headers().entrySet())
      ctx.header(header.getKey(), header.getValue());
    ctx.status(fault.status()).contentType("application/json").result(fault.body().toString());
    ctx.skipRemainingHandlers();
  }
}
