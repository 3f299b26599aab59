package ca.greffier.outbox;

import ca.greffier.command.Actor;
import ca.greffier.command.Identity;
import ca.greffier.command.Identity.Where;
import ca.greffier.command.Who;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a parcel was sent, told from its once-key, which begins with the kind of thing and then says
 * which: {@code point:12:7}. The words are the messages {@code outbox.what.KIND}, {@code
 * outbox.why.KIND} and {@code outbox.less.KIND}.
 */
public final class Reasons {
  private static final String UNNAMED = "unnamed";

  private final Who who;
  private final Messages messages;

  public Reasons(Who who, Messages messages) {
    this.who = who;
    this.messages = messages;
  }

  /** What it is. */
  Phrase what(String onceKey) {
    return phrase("outbox.what.", onceKey);
  }

  /** What made it leave. */
  Phrase why(String onceKey) {
    return phrase("outbox.why.", onceKey);
  }

  /** What to do to get fewer of them. */
  Phrase less(String onceKey) {
    return phrase("outbox.less.", onceKey);
  }

  /** An address as it is, a channel as a channel. */
  Object addressee(String addressee) {
    return addressee.contains("@") ? addressee : Phrase.of("outbox.channel", addressee);
  }

  /** Where somebody is written to: by mail, and where they speak from if that is Discord. */
  Set<String> addresses(Actor actor) {
    Set<String> found = new HashSet<>();
    Identity spoken = actor.identity();
    if (spoken.where() == Where.DISCORD) found.add("@" + spoken.value());
    who.person(actor.known())
        .map(Actor::identity)
        .filter(known -> known.where() == Where.EMAIL)
        .ifPresent(known -> found.add(known.value()));
    return found;
  }

  private Phrase phrase(String family, String onceKey) {
    List<String> parts = Arrays.asList(onceKey.split(":"));
    String kind = messages.has(family + parts.getFirst()) ? parts.getFirst() : UNNAMED;
    return new Phrase(family + kind, List.copyOf(parts.subList(1, parts.size())));
  }
}
