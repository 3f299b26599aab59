package ca.greffier.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person did (a command, a button, a form) and what the bot has answered so far. Its waiting
 * methods give the bot some seconds.
 */
public final class Interaction {
  final String id = Snowflakes.next();
  final String token = "jeton-" + id;
  final long sentAt = System.nanoTime();
  final DiscordUser user;
  final List<Shown> followUps = new CopyOnWriteArrayList<>();

  volatile @Nullable Integer acknowledged;
  volatile boolean ephemeral;
  volatile @Nullable Shown original;
  volatile boolean deleted;
  volatile @Nullable JsonNode modal;
  volatile @Nullable JsonNode choices;

  Interaction(DiscordUser user) {
    this.user = user;
  }

  /** Discord's own id of it. */
  public String id() {
    return id;
  }

  /** The first message of the answer, once it is more than « thinking ». */
  public Shown message() {
    return messages(1).getFirst();
  }

  /** All messages of the answer, once there are as many. */
  public List<Shown> messages(int expected) {
    return Waiting.until(
        expected + " message(s) in answer to " + id, () -> all().size() >= expected ? all() : null);
  }

  /** The form that the bot opened. */
  public Form form() {
    return new Form(Waiting.until("a form after " + id, () -> modal));
  }

  /** The names offered while typing. */
  public List<String> offered() {
    List<String> names = new ArrayList<>();
    for (JsonNode choice : Waiting.until("choices for " + id, () -> choices))
      names.add(choice.path("name").asString());
    return names;
  }

  /** Discord's number of the first answer: 4 message, 5 deferred, 8 choices, 9 form. */
  public int acknowledgement() {
    return Waiting.until("an acknowledgement of " + id, () -> acknowledged);
  }

  private List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    Shown first = original;
    if (first != null && !deleted) all.add(first);
    all.addAll(followUps);
    return all;
  }
}
