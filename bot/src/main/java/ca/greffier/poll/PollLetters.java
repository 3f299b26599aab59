package ca.greffier.poll;

import ca.greffier.command.AskId;
import ca.greffier.directory.Body;
import ca.greffier.directory.Person;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Outbox;
import ca.greffier.outbox.Post;
import ca.greffier.text.Escaped;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is sent of a poll: the question, the reminder, the outcome. */
public final class PollLetters {
  private final Outbox outbox;
  private final Messages messages;

  public PollLetters(Outbox outbox, Messages messages) {
    this.outbox = outbox;
    this.messages = messages;
  }

  void ask(Poll poll, Body body, List<Tally> dates, Person to, AskId ask) {
    send("sondage", poll, to, content(poll, body, dates), ask);
  }

  void remind(Poll poll, Body body, List<Tally> dates, Person to, AskId ask) {
    send("sondage-rappel", poll, to, content(poll, body, dates), ask);
  }

  private void send(String template, Poll poll, Person to, Map<String, Object> content, AskId ask) {
    outbox.put(
        key(template, poll, to), letter(LetterClass.RELANCE, template, to, content).asking(ask));
  }

  /**
   * To whoever opened it: what was said of each date.
   *
   * @param silent the names of those who said nothing
   */
  void tell(Poll poll, Body body, List<Tally> dates, List<String> silent, Person to) {
    Map<String, Object> content = content(poll, body, dates);
    List<Map<String, Object>> outcome = new ArrayList<>();
    for (Tally each : dates)
      outcome.add(
          Map.of(
              "number", each.number(),
              "starts", each.startsAt().toString(),
              "said", messages.say(to.language(), "poll.tally", counts(each)),
              "quorum", messages.say(to.language(), "poll.quorum." + each.forecast().name())));
    content.put("dates", outcome);
    content.put("silent", silent);
    outbox.put(
        key("sondage-resultat", poll, to),
        letter(LetterClass.AVIS, "sondage-resultat", to, content));
  }

  static Object[] counts(Tally tally) {
    return new Object[] {tally.yes(), tally.ifNeeded(), tally.no(), tally.silent()};
  }

  /** In the body's channel, if it has one; the form asks what is said of each date. */
  void post(Poll poll, Body body, List<Tally> dates) {
    String channel = body.channel();
    if (channel == null) return;
    Language language = Language.FRENCH;
    List<String> lines = new ArrayList<>();
    lines.add(messages.say(language, "poll.post", Escaped.markdown(poll.title()), poll.closesAt()));
    for (Tally each : dates)
      lines.add(messages.say(language, "poll.post.date", each.number(), each.startsAt()));
    Map<String, String> given = Map.of("sondage", poll.code());
    List<Post.Button> buttons =
        List.of(
            new Post.Button(messages.say(language, "poll.post.button"), Polls.ANSWER, given),
            new Post.Button(
                messages.say(language, "poll.post.all"),
                Polls.ANSWER,
                Map.of("sondage", poll.code(), "reponses", "toutes")));
    outbox.put("sondage:" + poll.code(), new Post(channel, String.join("\n", lines), buttons));
  }

  private Map<String, Object> content(Poll poll, Body body, List<Tally> dates) {
    Map<String, Object> content = new HashMap<>();
    content.put("code", poll.code());
    content.put("title", poll.title());
    content.put("body", body.name());
    content.put("closes", poll.closesAt().toString());
    content.put(
        "dates",
        dates.stream()
            .map(
                each ->
                    Map.<String, Object>of(
                        "number", each.number(), "starts", each.startsAt().toString()))
            .toList());
    return content;
  }

  private static Letter letter(
      LetterClass letterClass, String template, Person to, Map<String, Object> content) {
    return Letter.of(letterClass, to.email(), to.fullName(), to.language(), template, content);
  }

  private static String key(String template, Poll poll, Person to) {
    return template + ":" + poll.id().value() + ":" + to.id().value();
  }
}
