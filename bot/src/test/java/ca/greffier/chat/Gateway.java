package ca.greffier.chat;

import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's WebSocket: logs bots in, sends them events, replays what they missed. */
final class Gateway {
  private static final class Session {
    final String id = "session-" + Snowflakes.next();
    final List<ObjectNode> events = new ArrayList<>();
    @Nullable WsContext socket;
  }

  private final World world;
  private final String token;
  private final List<Session> sessions = new ArrayList<>();
  private Map.@Nullable Entry<Integer, String> refusal;
  private int identified;
  private int resumed;

  Gateway(World world, String token) {
    this.world = world;
    this.token = token;
  }

  void configure(WsConfig ws) {
    ws.onConnect(
        socket -> {
          socket.session.setIdleTimeout(java.time.Duration.ofMinutes(10));
          send(socket, Json.of("op", 10, "d", Json.of("heartbeat_interval", 20_000)));
        });
    ws.onMessage(socket -> receive(socket, Json.read(socket.message())));
    ws.onClose(socket -> left(socket, socket.status()));
  }

  /** Sends an event to every bot, now or when it resumes. */
  synchronized void dispatch(String type, JsonNode data) {
    for (Session session : sessions) dispatch(session, type, data);
  }

  /** Cuts every line without a word, as a network does. */
  synchronized void cut() {
    for (Session session : sessions) {
      WsContext socket = session.socket;
      session.socket = null;
      if (socket != null) socket.session.disconnect();
    }
  }

  synchronized int identified() {
    return identified;
  }

  synchronized int resumed() {
    return resumed;
  }

  private synchronized void receive(WsContext socket, JsonNode message) {
    switch (message.path("op").asInt()) {
      case 1 -> send(socket, Json.of("op", 11));
      case 2 -> identify(socket, message.path("d"));
      case 6 -> resume(socket, message.path("d"));
      default -> {}
    }
  }

  /** From now on, whoever logs in is turned away with a code and a reason. */
  synchronized void turnAway(int code, String reason) {
    refusal = Map.entry(code, reason);
  }

  private void identify(WsContext socket, JsonNode identity) {
    if (refusal != null) {
      socket.closeSession(refusal.getKey(), refusal.getValue());
      return;
    }
    if (!identity.path("token").asString("").equals(token)) {
      socket.closeSession(4004, "Authentication failed.");
      return;
    }
    identified++;
    Session session = new Session();
    session.socket = socket;
    sessions.add(session);
    dispatch(session, "READY", ready(session));
    dispatch(session, "GUILD_CREATE", world.guild());
  }

  private ObjectNode ready(Session session) {
    return Json.of(
        "v", 10,
        "user", world.bot,
        "guilds", Json.list(Json.of("id", world.guildId, "unavailable", true)),
        "private_channels", Json.list(),
        "session_id", session.id,
        "resume_gateway_url", world.url.replace("http", "ws"),
        "application", Json.of("id", world.applicationId, "flags", 0));
  }

  private void resume(WsContext socket, JsonNode asked) {
    String id = asked.path("session_id").asString("");
    Session session = sessions.stream().filter(each -> each.id.equals(id)).findFirst().orElse(null);
    if (session == null) {
      send(socket, Json.of("op", 9, "d", false));
      return;
    }
    resumed++;
    session.socket = socket;
    for (ObjectNode event : session.events) {
      if (event.path("s").asInt() > asked.path("seq").asInt()) send(socket, event);
    }
    dispatch(session, "RESUMED", Json.of());
  }

  /** A clean close ends the session; after any other, it may be resumed. */
  private synchronized void left(WsContext socket, int status) {
    for (Session session : List.copyOf(sessions)) {
      if (session.socket == null || !session.socket.sessionId().equals(socket.sessionId()))
        continue;
      session.socket = null;
      if (status == 1000) sessions.remove(session);
    }
  }

  private static void dispatch(Session session, String type, JsonNode data) {
    ObjectNode event = Json.of("op", 0, "t", type, "s", session.events.size() + 1, "d", data);
    session.events.add(event);
    if (session.socket != null) send(session.socket, event);
  }

  private static void send(WsContext socket, JsonNode message) {
    socket.send(message.toString());
  }
}
