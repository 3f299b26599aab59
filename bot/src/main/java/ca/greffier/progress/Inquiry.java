package ca.greffier.progress;

import ca.greffier.command.AskId;
import ca.greffier.directory.AbsenceWords;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
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
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is sent when a body is asked how things go, and when somebody is reminded. */
public final class Inquiry {
  private static final int MOST_BUTTONS = 8;

  private final Outbox outbox;
  private final Plan plan;
  private final People people;
  private final Details details;
  private final Messages messages;

  public Inquiry(Outbox outbox, Plan plan, People people, Messages messages) {
    this.outbox = outbox;
    this.plan = plan;
    this.people = people;
    this.details = new Details(plan);
    this.messages = messages;
  }

  /** A round, and somebody of its body who is asked. */
  record Question(Round round, Body body, Person person, AskId ask) {}

  /**
   * The letter that asks; it shows what the body is to deliver and what it said last.
   *
   * @param standsFor who is away, when this person is asked in their place
   */
  void ask(Question question, Optional<Answer> previous, Optional<Person> standsFor) {
    Language language = question.person().language();
    Map<String, Object> content = content(question);
    previous.ifPresent(answer -> content.put("previous", previous(answer, language)));
    standsFor.ifPresent(away -> content.put("standsFor", away.fullName()));
    send("point", question, content);
  }

  /** The letter that reminds, before the round is over. */
  void remind(Question question) {
    send("point-relance", question, content(question));
  }

  /** The same by the other channel: a private word on Discord, or a letter to who is not there. */
  void remindElsewhere(Question question) {
    Optional<String> channel = people.privateChannel(question.person().id());
    if (channel.isEmpty()) {
      send("point-relance", "point-relance-2", question, content(question));
      return;
    }
    Language language = question.person().language();
    String text =
        messages.say(
            language,
            "progress.nudge",
            Escaped.markdown(question.body().name()),
            question.round().closesAt());
    outbox.put(
        key("point-relance-2", question), new Post(channel.get(), text, privately(question)));
  }

  /** Two ways to answer, which only that person can press. */
  private List<Post.Button> privately(Question question) {
    Language language = question.person().language();
    return List.of(
        Post.Button.answering(
            messages.say(language, "progress.post.button"), question.ask(), Map.of()),
        Post.Button.answering(
            messages.say(language, "progress.unchanged"),
            question.ask(),
            Map.of("texte", messages.say(language, "progress.unchanged"))));
  }

  /** The letter to who leads a body of which nobody has answered. */
  void tellLead(Question question) {
    Map<String, Object> content = content(question);
    content.put("ends", question.round().endsAt().toString());
    send("point-silence", question, content);
  }

  /** What was understood when somebody answered that they are away. */
  void confirmAbsence(Person person, AskId ask, AbsenceWords.Span span) {
    Letter letter =
        Letter.of(
            LetterClass.AVIS,
            person.email(),
            person.fullName(),
            person.language(),
            "absence-notee",
            Map.of("starts", span.starts().toString(), "ends", span.ends().toString()));
    outbox.put("absence:" + ask.value(), letter.asking(ask));
  }

  private Map<String, Object> content(Question question) {
    Map<String, Object> content = new HashMap<>();
    content.put("body", question.body().name());
    content.put("closes", question.round().closesAt().toString());
    content.put(
        "deliverables",
        plan.open(question.body().id()).stream().map(Inquiry::deliverable).toList());
    return content;
  }

  private void send(String template, Question question, Map<String, Object> content) {
    send(template, template, question, content);
  }

  private void send(String template, String once, Question question, Map<String, Object> content) {
    Person person = question.person();
    Letter letter =
        Letter.of(
            LetterClass.RELANCE,
            person.email(),
            person.fullName(),
            person.language(),
            template,
            content);
    outbox.put(key(once, question), letter.asking(question.ask()));
  }

  private static String key(String once, Question question) {
    return once + ":" + question.round().id().value() + ":" + question.person().id().value();
  }

  private Map<String, Object> previous(Answer answer, Language language) {
    return Map.of(
        "at",
        answer.at().toString(),
        "words",
        answer.words(),
        "details",
        details.of(answer).stream().map(each -> messages.say(language, each)).toList());
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
    outbox.put("point:" + round.id().value(), new Post(channel, text, buttons(round, body)));
  }

  /** One for each of its deliverables, when it has several, and one when nothing has changed. */
  private List<Post.Button> buttons(Round round, Body body) {
    List<Post.Button> buttons = new ArrayList<>();
    List<Deliverable> left = plan.open(body.id());
    Map<String, String> given = Map.of("ronde", "" + round.id().value());
    if (left.size() > 1) {
      for (Deliverable each : left.subList(0, Math.min(left.size(), MOST_BUTTONS)))
        buttons.add(
            button(
                Phrase.of("progress.post.about", each.code()),
                "point donner",
                Map.of("ronde", "" + round.id().value(), "livrable", each.code())));
    }
    buttons.add(button(Phrase.of("progress.post.button"), "point donner", given));
    buttons.add(button(Phrase.of("progress.unchanged"), "point inchange", given));
    return buttons;
  }

  private Post.Button button(Phrase label, String command, Map<String, String> given) {
    return new Post.Button(messages.say(Language.FRENCH, label), command, given);
  }
}
