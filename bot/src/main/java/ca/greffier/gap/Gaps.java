package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.People;
import ca.greffier.gap.GapDao.Row;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The gaps: kept in step with what the rules see, taken in charge and settled by people. */
public final class Gaps {
  private final GapDao dao;
  private final People people;

  public Gaps(Jdbi jdbi, People people) {
    this.dao = jdbi.onDemand(GapDao.class);
    this.people = people;
  }

  /** Something that happened to a gap; nobody did it when a rule saw it. */
  record Event(Instant at, Phrase what, Optional<PersonId> person, Optional<Phrase> measure) {}

  public Optional<Gap> find(GapId id) {
    return dao.row(id).map(Gaps::gap);
  }

  /** Those that are not resolved, the worst first. */
  public List<Gap> unresolved() {
    return dao.unresolved().stream().map(Gaps::gap).toList();
  }

  /** Those in a state, the worst first, then the newest. */
  List<Gap> in(GapState state, int most) {
    return dao.in(state, most).stream().map(Gaps::gap).toList();
  }

  /** Those that are not resolved, and were never told or not as bad as they are. */
  List<Gap> toTell() {
    return dao.unresolved().stream().filter(Gaps::isNews).map(Gaps::gap).toList();
  }

  private static boolean isNews(Row row) {
    Severity told = row.toldSeverity();
    return told == null || row.severity().isWorseThan(told);
  }

  List<Event> history(GapId id) {
    return dao.events(id).stream()
        .map(
            event ->
                new Event(
                    event.at(),
                    Phrase.of("gap.event." + event.what()),
                    Optional.ofNullable(event.person()),
                    Optional.ofNullable(event.measure()).map(Phrase::of)))
        .toList();
  }

  /** Keeps other nodes from looking until the end of the transaction. */
  void lock() {
    dao.lock();
  }

  /**
   * Brings the gaps of a rule in step with what it sees: opens, updates, and clears those whose
   * facts are gone. One that somebody settled stays so unless it gets worse.
   */
  void see(String rule, List<Finding> findings, Instant now) {
    Map<String, Row> standing = new LinkedHashMap<>();
    for (Row row : dao.standing(rule)) standing.put(row.subject(), row);
    for (Finding finding : findings) {
      Row before = standing.remove(finding.subject());
      if (before == null) open(rule, finding, now);
      else update(before, finding, now);
    }
    for (Row gone : standing.values()) {
      dao.clear(gone.id(), now);
      dao.note(gone.id(), now, "CLEARED", null, null);
    }
  }

  private void open(String rule, Finding finding, Instant now) {
    GapId id =
        dao.open(
            rule,
            finding.subject(),
            finding.severity(),
            PhraseJson.write(finding.title()),
            PhraseJson.write(finding.facts()),
            PhraseJson.write(finding.cause()),
            finding.situation().measures(),
            now);
    dao.note(id, now, "OPENED", null, null);
  }

  private void update(Row before, Finding finding, Instant now) {
    Set<String> measures = new LinkedHashSet<>(before.measures());
    measures.addAll(finding.situation().measures());
    if (saysTheSame(before, finding) && measures.size() == before.measures().size()) return;
    dao.see(
        before.id(),
        finding.severity(),
        PhraseJson.write(finding.title()),
        PhraseJson.write(finding.facts()),
        PhraseJson.write(finding.cause()),
        List.copyOf(measures));
    if (finding.severity() == before.severity()) return;
    boolean worse = finding.severity().isWorseThan(before.severity());
    if (worse) dao.reopen(before.id());
    dao.note(before.id(), now, worse ? "WORSENED" : "EASED", null, null);
  }

  /** Most gaps stand as they stood: what has not changed is not written again. */
  private static boolean saysTheSame(Row before, Finding finding) {
    return finding.severity() == before.severity()
        && finding.title().equals(PhraseJson.read(before.title()))
        && finding.facts().equals(PhraseJson.readAll(before.facts()))
        && finding.cause().equals(PhraseJson.read(before.cause()));
  }

  /** Counts a telling; its number makes the letters' keys. */
  int tell(GapId id) {
    return dao.tell(id);
  }

  /**
   * Somebody takes charge, with a measure or not yet; whoever has it may choose another.
   *
   * @param number of the measure, from 1
   * @throws Refusal when the gap is resolved, somebody else has it, or it has no such measure
   */
  void take(Gap gap, PersonId by, Optional<Integer> number, Instant at) {
    String measure = number.map(chosen -> measure(gap, chosen).key()).orElse(null);
    if (dao.take(gap.id(), by, measure, at) == 0) throw notTaken(dao.row(gap.id()).orElseThrow());
    dao.note(gap.id(), at, "TAKEN", by, measure);
  }

  private Refusal notTaken(Row row) {
    PersonId holder = row.takenBy();
    Instant since = row.takenAt();
    if (row.state() == GapState.RESOLVED || holder == null || since == null)
      return resolved(gap(row));
    return new Refusal("gap.taken.already", row.id().code(), people.get(holder).fullName(), since);
  }

  static Phrase measure(Gap gap, int number) {
    int most = gap.measures().size();
    if (number < 1 || number > most)
      throw new Refusal("gap.measure.unknown", gap.id().code(), most);
    return gap.measures().get(number - 1);
  }

  /**
   * Somebody says that it is dealt with.
   *
   * @throws Refusal when it is resolved already
   */
  void settle(Gap gap, PersonId by, Instant at) {
    if (dao.settle(gap.id(), at) == 0) throw resolved(gap);
    dao.note(gap.id(), at, "SETTLED", by, null);
  }

  private static Refusal resolved(Gap gap) {
    return new Refusal("gap.resolved", gap.id().code());
  }

  /** The worst of those that were not resolved just before an instant. */
  public List<Gap> worst(Instant end, int most) {
    return dao.worst(end, most).stream().map(Gaps::gap).toList();
  }

  /** How many were not resolved just before an instant; none of a severity is left out. */
  public Map<Severity, Integer> counts(Instant end) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (GapDao.Tally tally : dao.tallies(end)) counts.put(tally.severity(), tally.gaps());
    return counts;
  }

  private static Gap gap(Row row) {
    return new Gap(
        row.id(),
        row.severity(),
        PhraseJson.read(row.title()),
        PhraseJson.readAll(row.facts()),
        PhraseJson.read(row.cause()),
        row.measures().stream().map(Phrase::of).toList(),
        row.state(),
        Optional.ofNullable(row.takenBy()),
        Optional.ofNullable(row.measure()).map(Phrase::of),
        row.openedAt());
  }
}
