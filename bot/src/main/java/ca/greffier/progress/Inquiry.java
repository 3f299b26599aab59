package ca.greffier.progress;

import ca.greffier.command.AskId;
import ca.greffier.directory.Body;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Post;
import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is sent when a body is asked how things go, and when somebody is reminded. */
public final class Inquiry {
  private final Outbox outbox;
  private final Plan plan;
  private final Messages messages;

  public Inquiry(Outbox outbox, Plan plan, Messages messages) {
    this.outbox = outbox;
    this.plan = plan;
    this.messages = messages;
  }

  /** The letter that asks; it shows what the body is to deliver and what it said last. */
  void ask(Round round, Body body, Person person, AskId ask, Optional<Answer> previous) {
    send("point", round, body, person, ask, previous);
  }

  /** The one letter that reminds. */
  void remind(Round round, Body body, Person person, AskId ask) {
    send("point-relance", round, body, person, ask, Optional.empty());
  }

  private void send(
      String template,
      Round round,
      Body body,
      Person person,
      AskId ask,
      Optional<Answer> previous) {
    Map<String, Object> content = new HashMap<>();
    content.put("body", body.name());
    content.put("closes", round.closesAt().toString());
    content.put("deliverables", plan.open(body.id()).stream().map(Inquiry::deliverable).toList());
    previous.ifPresent(
        answer ->
            content.put("previous", Map.of("at", answer.at().toString(), "words", answer.words())));
    Letter letter =
        Letter.of(
            LetterClass.RELANCE,
            person.email(),
            person.fullName(),
            person.language(),
            template,
            content);
    outbox.put(template + ":" + round.id().value() + ":" + person.id().value(), letter.asking(ask));
  }

  private static Map<String, Object> deliverable(Deliverable each) {
    Map<String, Object> content = new HashMap<>();
    content.put("code", each.code());
    content.put("title", each.title());
    LocalDate due = each.due();
    if (due != null) content.put("due", due.toString());
    Integer declared = each.declared();
    if (declared != null) content.put("declared", declared);
    return content;
  }

  /** The post in the body's channel, if it has one, with a button to answer. */
  void post(Round round, Body body) {
    String channel = body.channel();
    if (channel == null) return;
    Language language = Language.FRENCH;
    String name = Escaped.markdown(body.name());
    String text = messages.say(language, "progress.post", name, round.closesAt());
    Post.Button button =
        new Post.Button(
            messages.say(language, "progress.post.button"),
            "point donner",
            Map.of("ronde", "" + round.id().value()));
    outbox.put("point:" + round.id().value(), new Post(channel, text, List.of(button)));
  }
}
