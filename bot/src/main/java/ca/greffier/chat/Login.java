package ca.greffier.chat;

import ca.greffier.config.Discord;
import ca.greffier.text.Phrase;
import com.neovisionaries.ws.client.WebSocketFrame;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Logs in to Discord and out of it. */
final class Login {
  private static final Duration GOODBYE = Duration.ofSeconds(10);

  private Login() {}

  /**
   * @throws DiscordFailure when Discord refuses the token, or is not ready in time
   */
  static JDA login(Discord settings, Duration patience, ListenerAdapter... listeners) {
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    Readiness readiness = new Readiness();
    JDA jda = build(settings, readiness, listeners);
    Optional<Phrase> problem = readiness.within(patience);
    if (problem.isEmpty()) return jda;
    jda.shutdownNow();
    throw new DiscordFailure(problem.get(), null);
  }

  /** False when the line had to be cut. */
  static boolean logout(JDA jda) {
    jda.shutdown();
    try {
      if (jda.awaitShutdown(GOODBYE)) return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    jda.shutdownNow();
    return false;
  }

  private static JDA build(Discord settings, Readiness readiness, ListenerAdapter... listeners) {
    try {
      return JDABuilder.createLight(settings.token().reveal(), intents(settings))
          .enableCache(CacheFlag.SCHEDULED_EVENTS)
          .setRestConfig(rest(settings))
          .setHttpClientBuilder(http(settings))
          .setSessionController(new Controller(settings))
          .setCompression(compression(settings))
          .setRateLimitElastic(Executors.newVirtualThreadPerTaskExecutor(), true)
          .setEventPool(Executors.newVirtualThreadPerTaskExecutor(), true)
          .setEnableShutdownHook(false)
          .addEventListeners((Object[]) listeners)
          .addEventListeners(readiness)
          .build();
    } catch (InvalidTokenException e) {
      throw new DiscordFailure(Phrase.of("chat.failure.token"), e);
    } catch (ErrorResponseException e) {
      throw new DiscordFailure(Phrase.of("chat.failure.unreachable", Troubles.of(e)), e);
    }
  }

  /** The content of messages is asked for only where lines are to be heard. */
  private static EnumSet<GatewayIntent> intents(Discord settings) {
    EnumSet<GatewayIntent> intents = EnumSet.of(GatewayIntent.SCHEDULED_EVENTS);
    if (settings.lines()) {
      intents.add(GatewayIntent.GUILD_MESSAGES);
      intents.add(GatewayIntent.MESSAGE_CONTENT);
    }
    return intents;
  }

  private static RestConfig rest(Discord settings) {
    RestConfig rest = new RestConfig();
    if (settings.apiUrl() == null) return rest;
    String address = settings.apiUrl().toString();
    return rest.setBaseUrl(address.endsWith("/") ? address : address + "/");
  }

  /** JDA's own, unless the server is another than Discord. */
  private static OkHttpClient.@Nullable Builder http(Discord settings) {
    return settings.apiUrl() == null
        ? null
        : new OkHttpClient.Builder().addInterceptor(new NoEmptyPoll());
  }

  private static Compression compression(Discord settings) {
    return switch (settings.compression()) {
      case NONE -> Compression.NONE;
      case ZLIB -> Compression.ZLIB;
    };
  }

  /** The gateway where the settings say, or their API: JDA itself would never ask it. */
  private static final class Controller extends ConcurrentSessionController {
    private final Discord settings;

    Controller(Discord settings) {
      this.settings = settings;
    }

    @Override
    public String getGateway() {
      URI address = settings.gatewayUrl();
      if (address != null) return address.toString();
      URI api = settings.apiUrl();
      if (api == null) return super.getGateway();
      return GatewayAddress.namedBy(api, settings.token().reveal());
    }
  }

  /** Tells when the line is ready, or lost before. */
  private static final class Readiness extends ListenerAdapter {
    private static final int MOST_REASON = 200;

    private final CompletableFuture<Optional<Phrase>> problem = new CompletableFuture<>();
    private volatile String turnedAway = "";

    /** What is wrong, if anything is. */
    Optional<Phrase> within(Duration patience) {
      long millis = patience.toMillis();
      Optional<Phrase> late = Optional.of(Phrase.of("chat.failure.slow", patience.toSeconds()));
      Optional<Phrase> found =
          problem.completeOnTimeout(late, millis, TimeUnit.MILLISECONDS).join();
      String why = turnedAway;
      return found.equals(late) && !why.isEmpty()
          ? Optional.of(Phrase.of("chat.failure.turned", why))
          : found;
    }

    /** JDA tries again for ever; what the gateway said of it is worth more than our impatience. */
    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
      WebSocketFrame frame = event.getServiceCloseFrame();
      if (frame == null) return;
      String reason = frame.getCloseReason() == null ? "" : frame.getCloseReason();
      turnedAway =
          Cut.to(
              MOST_REASON,
              (frame.getCloseCode() + " " + reason.replaceAll("\\p{Cntrl}", " ")).strip());
    }

    @Override
    public void onReady(ReadyEvent event) {
      problem.complete(Optional.empty());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      String why = event.getCode() + " " + event.getCloseCode();
      problem.complete(Optional.of(Phrase.of("chat.failure.closed", why)));
    }
  }
}
