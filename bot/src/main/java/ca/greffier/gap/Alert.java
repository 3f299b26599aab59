package ca.greffier.gap;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyKind;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Post;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells gaps to the manager and the director: one letter each, whatever their number, that can be
 * answered to take one in charge; and one post in the project's channel.
 */
public final class Alert {
  private static final String TAKE = "ecart prendre";
  private static final Duration LIFE = Duration.ofDays(30);
  private static final int MOST_BUTTONS = 5;

  /** In one letter, the worst first; the others are counted. */
  private static final int MOST_TOLD = 20;

  private static final int MOST_POSTED = 8;

  private final Gaps gaps;
  private final Prospects prospects;
  private final Bodies bodies;
  private final Asks asks;
  private final Outbox outbox;
  private final Messages messages;

  public Alert(
      Gaps gaps, Prospects prospects, Bodies bodies, Asks asks, Outbox outbox, Messages messages) {
    this.gaps = gaps;
    this.prospects = prospects;
    this.bodies = bodies;
    this.asks = asks;
    this.outbox = outbox;
    this.messages = messages;
  }

  /** Once for each state they are in; nothing is told while nobody is in charge. */
  void tell(List<Gap> found, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, messages.zone());
    List<Person> readers = bodies.inCharge(today);
    if (found.isEmpty() || readers.isEmpty()) return;
    List<Gap> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(Gap::severity).reversed().thenComparing(g -> g.id().value()));
    String key = "ecart:" + sorted.getFirst().id().value() + ":" + gaps.tell(sorted);
    Prospects.View view = prospects.on(today);
    for (Person person : readers)
      outbox.put(key + ":" + person.id().value(), letter(sorted, view, person, now));
    for (Body body : bodies.all()) {
      String channel = body.channel();
      if (body.kind() == BodyKind.PROJECT && channel != null)
        outbox.put(key + ":" + channel, post(sorted, channel));
    }
  }

  private Letter letter(List<Gap> found, Prospects.View view, Person to, Instant now) {
    Map<String, String> given =
        found.size() == 1 ? Map.of("ecart", found.getFirst().id().code()) : Map.of();
    AskId ask = asks.put(to.id(), TAKE, given, now.plus(LIFE));
    List<Map<String, Object>> content =
        found.stream().limit(MOST_TOLD).map(gap -> content(gap, view, to.language())).toList();
    return Letter.of(
            LetterClass.AVIS,
            to.email(),
            to.fullName(),
            to.language(),
            "ecart",
            Map.of("gaps", content, "more", Math.max(0, found.size() - MOST_TOLD)))
        .asking(ask);
  }

  /** What the first measure would bring is told once, and only what differs beside the others. */
  private Map<String, Object> content(Gap gap, Prospects.View view, Language language) {
    List<Prospects.Prospect> all = view.of(gap);
    Optional<Phrase> effect = all.stream().findFirst().flatMap(Prospects.Prospect::effect);
    List<Phrase> measures =
        all.stream()
            .map(each -> each.effect().equals(effect) ? each.measure() : each.told())
            .toList();
    return Map.of(
        "code", gap.id().code(),
        "severity", messages.say(language, gap.severity().phrase()),
        "title", messages.say(language, gap.title()),
        "facts", words(gap.facts(), language),
        "cause", messages.say(language, gap.cause()),
        "measures", words(measures, language),
        "effect", effect.map(each -> messages.say(language, each)).orElse(""));
  }

  private List<String> words(List<Phrase> phrases, Language language) {
    return phrases.stream().map(each -> messages.say(language, each)).toList();
  }

  private Post post(List<Gap> found, String channel) {
    Language language = Language.FRENCH;
    List<String> lines = new ArrayList<>();
    List<Post.Button> buttons = new ArrayList<>();
    lines.add(messages.say(language, "gap.post", found.size()));
    for (Gap gap : found.stream().limit(MOST_POSTED).toList()) {
      lines.add(
          messages.say(
              language,
              "gap.post.line",
              gap.severity().phrase(),
              gap.id().code(),
              Escaped.value(gap.title()),
              Escaped.value(gap.cause())));
      if (buttons.size() < MOST_BUTTONS)
        buttons.add(
            new Post.Button(
                messages.say(language, "gap.post.button", gap.id().code()),
                TAKE,
                Map.of("ecart", gap.id().code())));
    }
    if (found.size() > MOST_POSTED)
      lines.add(messages.say(language, "gap.post.more", found.size() - MOST_POSTED));
    return new Post(channel, String.join("\n", lines), buttons);
  }
}
