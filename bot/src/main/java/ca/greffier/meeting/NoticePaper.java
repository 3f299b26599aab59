package ca.greffier.meeting;

import ca.greffier.command.PersonId;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.meeting.Agendas.Entry;
import ca.greffier.paper.Block;
import ca.greffier.paper.Paper;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The notice of a meeting with its ordre du jour as a document (domain.md M1, M6). */
final class NoticePaper {
  private final Meetings meetings;
  private final Agendas agendas;
  private final People people;
  private final Messages messages;

  NoticePaper(Meetings meetings, Agendas agendas, People people, Messages messages) {
    this.meetings = meetings;
    this.agendas = agendas;
    this.people = people;
    this.messages = messages;
  }

  /**
   * @param preview whether nobody is convened yet: it is marked so
   */
  Paper of(Meeting meeting, boolean preview, Language language) {
    Body body = meetings.body(meeting);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(facts(meeting, body, language)));
    blocks.add(new Block.Heading(2, say(language, "meeting.paper.agenda")));
    List<Entry> entries = agendas.entries(meeting, language);
    if (entries.isEmpty()) blocks.add(new Block.Text(meeting.agenda()));
    for (Entry each : entries) {
      blocks.add(new Block.Heading(3, each.number() + ". " + each.title()));
      if (!each.under().isEmpty()) blocks.add(new Block.Items(false, each.under()));
    }
    return new Paper(
        language,
        say(language, "meeting.paper.title", meeting.title()),
        preview ? say(language, "meeting.paper.preview") : "",
        say(language, "meeting.paper.footer", body.name(), meetings.day(meeting)),
        blocks);
  }

  private List<Block.Fact> facts(Meeting meeting, Body body, Language language) {
    String type = "meeting.type." + body.kind().name().toLowerCase(Locale.ROOT);
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact(say(language, "meeting.paper.type"), say(language, type)));
    facts.add(new Block.Fact(say(language, "meeting.field.body"), body.name()));
    facts.add(
        new Block.Fact(
            say(language, "meeting.field.when"),
            say(language, "meeting.paper.when", meeting.startsAt())));
    facts.add(
        new Block.Fact(
            say(language, "meeting.field.length"), messages.word(language, meeting.length())));
    facts.add(new Block.Fact(say(language, "meeting.field.place"), meeting.place()));
    PersonId convener = meeting.convener();
    if (convener != null)
      facts.add(
          new Block.Fact(say(language, "meeting.paper.convener"), people.get(convener).fullName()));
    return facts;
  }

  private String say(Language language, String key, Object... arguments) {
    return messages.say(language, key, arguments);
  }
}
