package ca.greffier.meeting;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.People;
import ca.greffier.meeting.AgendaItem.Purpose;
import ca.greffier.text.Escaped;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The ordres du jour. One is typed as a text, or made of items: then what every meeting has stands
 * around them, in the order of domain.md M6, and what earlier meetings left puts itself in.
 */
public final class Agendas {
  private final AgendaDao dao;
  private final CarriedOver carried;
  private final People people;
  private final Messages messages;

  public Agendas(Jdbi jdbi, CarriedOver carried, People people, Messages messages) {
    this.dao = jdbi.onDemand(AgendaDao.class);
    this.carried = carried;
    this.people = people;
    this.messages = messages;
  }

  /** What is said of an item. */
  record Draft(String title, Purpose kind, @Nullable PersonId person, @Nullable Integer minutes) {}

  /**
   * A line of the whole.
   *
   * @param title in the reader's language
   * @param under what it is about, one by one
   * @param item null for what every meeting has
   */
  public record Entry(int number, String title, List<String> under, @Nullable AgendaItem item) {}

  public List<AgendaItem> items(Meeting meeting) {
    return dao.items(meeting.id());
  }

  List<AgendaItem> proposed(Meeting meeting) {
    return dao.proposed(meeting.id());
  }

  Optional<AgendaItem> find(long id) {
    return dao.find(id);
  }

  /** The item at a place. */
  public AgendaItem at(Meeting meeting, int position) {
    List<AgendaItem> items = items(meeting);
    if (position < 1 || position > items.size())
      throw new Refusal("agenda.place", position, meeting.number(), items.size());
    return items.get(position - 1);
  }

  /** The item of a number or a title, for what is said there; one that was not there is added. */
  public AgendaItem topic(Meeting meeting, String named) {
    String wanted = Folded.of(named.replaceFirst("\\.$", ""));
    return items(meeting).stream()
        .filter(each -> each.number().equals(wanted) || Folded.of(each.title()).equals(wanted))
        .findFirst()
        .orElseGet(() -> add(meeting, new Draft(named, Purpose.DISCUSSION, null, null), null));
  }

  /** Puts an item at the end, or at a place. */
  AgendaItem add(Meeting meeting, Draft draft, @Nullable Integer place) {
    long id =
        dao.insert(
            meeting.id(), draft.title(), draft.kind(), draft.person(), draft.minutes(), null);
    put(meeting, id, place);
    return dao.find(id).orElseThrow();
  }

  /** Somebody asks for an item, which the secretary or the chair answers. */
  AgendaItem propose(Meeting meeting, Draft draft, PersonId by) {
    long id =
        dao.insert(meeting.id(), draft.title(), draft.kind(), draft.person(), draft.minutes(), by);
    return dao.find(id).orElseThrow();
  }

  /**
   * @throws Refusal when it was answered already
   */
  void accept(Meeting meeting, AgendaItem proposed) {
    requireOpen(meeting, proposed);
    put(meeting, proposed.id(), null);
  }

  /**
   * @throws Refusal when it was answered already
   */
  void refuse(Meeting meeting, AgendaItem proposed, Instant at) {
    requireOpen(meeting, proposed);
    dao.refuse(proposed.id(), at);
  }

  private void requireOpen(Meeting meeting, AgendaItem proposed) {
    if (proposed(meeting).stream().noneMatch(each -> each.id() == proposed.id()))
      throw new Refusal("agenda.answered", proposed.title());
  }

  private void put(Meeting meeting, long id, @Nullable Integer place) {
    int last = items(meeting).size() + 1;
    int to = place == null ? last : Math.clamp(place, 1, last);
    dao.open(meeting.id(), to);
    dao.place(id, to);
  }

  void remove(Meeting meeting, AgendaItem item) {
    Integer from = item.position();
    dao.delete(item.id());
    if (from != null) dao.close(meeting.id(), from);
  }

  void move(Meeting meeting, AgendaItem item, int place) {
    Integer from = item.position();
    dao.place(item.id(), null);
    if (from != null) dao.close(meeting.id(), from);
    put(meeting, item.id(), place);
  }

  /** How long the items take together; those that do not say count for nothing. */
  Duration length(Meeting meeting) {
    long minutes = 0;
    for (AgendaItem each : items(meeting)) {
      Integer own = each.minutes();
      if (own != null) minutes += own;
    }
    return Duration.ofMinutes(minutes);
  }

  boolean isEmpty(Meeting meeting) {
    return meeting.agenda().isBlank() && items(meeting).isEmpty();
  }

  /** The whole, line by line; empty when it is typed as a text, or there is none. */
  public List<Entry> entries(Meeting meeting, Language language) {
    List<AgendaItem> items = items(meeting);
    if (items.isEmpty()) return List.of();
    List<Entry> entries = new ArrayList<>();
    fixed(entries, "agenda.opening", List.of(), language);
    fixed(entries, "agenda.adoption", List.of(), language);
    List<LocalDate> days = carried.toApprove(meeting);
    if (!days.isEmpty())
      fixed(
          entries,
          "agenda.approval",
          days.stream().map(day -> messages.word(language, day)).toList(),
          language);
    List<String> promised = carried.promised(meeting);
    if (!promised.isEmpty()) fixed(entries, "agenda.followups", promised, language);
    for (AgendaItem item : items)
      entries.add(new Entry(entries.size() + 1, item.title(), details(item, language), item));
    for (String last : List.of("agenda.varia", "agenda.next", "agenda.adjournment"))
      fixed(entries, last, List.of(), language);
    return entries;
  }

  private void fixed(List<Entry> entries, String key, List<String> under, Language language) {
    entries.add(new Entry(entries.size() + 1, messages.say(language, Phrase.of(key)), under, null));
  }

  private List<String> details(AgendaItem item, Language language) {
    List<Object> parts = new ArrayList<>();
    parts.add(item.kind().phrase());
    PersonId person = item.person();
    if (person != null) parts.add(people.get(person).fullName());
    Integer minutes = item.minutes();
    if (minutes != null) parts.add(Duration.ofMinutes(minutes));
    return List.of(messages.say(language, Phrase.of("agenda.details", parts)));
  }

  /** For a letter. */
  String markdown(Meeting meeting, Language language) {
    List<Entry> entries = entries(meeting, language);
    if (entries.isEmpty()) return Agenda.markdown(meeting.agenda());
    StringBuilder text = new StringBuilder();
    for (Entry each : entries) {
      text.append(each.number()).append(". ").append(Escaped.markdown(each.title())).append('\n');
      for (String line : each.under())
        text.append("   - ").append(Escaped.markdown(line)).append('\n');
    }
    return text.toString().strip();
  }

  /** For a calendar program. */
  String plain(Meeting meeting, Language language) {
    List<Entry> entries = entries(meeting, language);
    if (entries.isEmpty()) return meeting.agenda();
    StringBuilder text = new StringBuilder();
    for (Entry each : entries) {
      text.append(each.number()).append(". ").append(each.title()).append('\n');
      for (String line : each.under()) text.append("   - ").append(line).append('\n');
    }
    return text.toString().strip();
  }
}
