package ca.greffier.app;

import ca.greffier.chat.DiscordFailure;
import ca.greffier.command.Refusal;
import ca.greffier.config.ConfigFailure;
import ca.greffier.store.StoreFailure;
import ca.greffier.text.Phrase;
import java.util.List;

/** What went wrong, in words with the remedy, when the house knows them. */
final class Failures {
  private Failures() {}

  static List<Phrase> of(Throwable failure) {
    return switch (failure) {
      case Refusal refusal -> List.of(new Phrase(refusal.key(), refusal.arguments()));
      case ConfigFailure config -> config.phrases();
      case StoreFailure store -> List.of(store.phrase());
      case DiscordFailure discord -> List.of(discord.phrase());
      default -> List.of(Phrase.of("app.failed", root(failure)));
    };
  }

  /** What went wrong first: the words of the libraries above it only wrap it. */
  private static String root(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) deepest = deepest.getCause();
    String message = deepest.getMessage();
    return message == null
        ? deepest.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
