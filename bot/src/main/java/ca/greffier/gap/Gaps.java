package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.People;
import ca.greffier.gap.GapDao.Row;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
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
  private final Catalogue catalogue;

  public Gaps(Jdbi jdbi, People people) {
    this.dao = jdbi.onDemand(GapDao.class);
    this.people = people;
    this.catalogue = new Catalogue(jdbi);
  }

  /** The measures that may be proposed. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Something that happened to a gap; nobody did it when a rule saw it. */
  record Event(
      Instant at,
      Phrase what,
      Optional<PersonId> person,
      Optional<Phrase> measure,
      Optional<String> reason) {}

  public Optional<Gap> find(GapId id) {
    return dao.row(id).map(this::gap);
  }

  /** Those that are not resolved, the worst first. */
  public List<Gap> unresolved() {
    return dao.unresolved().stream().map(this::gap).toList();
  }

  /** Those that somebody may still do something about, the worst first. */
  List<Gap> pending() {
    return unresolved().stream().filter(gap -> gap.state().isPending()).toList();
  }

  /** Those in a state, the worst first, then the newest. */
  List<Gap> in(GapState state, int most) {
    return dao.in(state, most).stream().map(this::gap).toList();
  }

  /**
   * Those that are not resolved, put off or accepted, and were never told or not as bad as they
   * are. An opportunity can wait for the weekly letter.
   */
  List<Gap> toTell() {
    return dao.unresolved().stream().filter(Gaps::isNews).map(this::gap).toList();
  }

  private static boolean isNews(Row row) {
    if (row.state() != GapState.OPEN && row.state() != GapState.TAKEN) return false;
    if (row.severity() == Severity.OPPORTUNITY) return false;
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
                    Optional.ofNullable(event.measure()).map(catalogue::phrase),
                    Optional.ofNullable(event.reason())))
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
    Map<Situation, List<String>> proposed = catalogue.all();
    Map<String, Row> standing = new LinkedHashMap<>();
    for (Row row : dao.standing(rule)) standing.put(row.subject(), row);
    for (Finding finding : findings) {
      Row before = standing.remove(finding.subject());
      List<String> measures = proposed.getOrDefault(finding.situation(), List.of());
      if (before == null) open(rule, finding, measures, now);
      else update(before, finding, measures, now);
    }
    for (Row gone : standing.values()) {
      dao.clear(gone.id(), now);
      dao.note(gone.id(), now, "CLEARED");
    }
  }

  private void open(String rule, Finding finding, List<String> measures, Instant now) {
    dao.open(
        rule,
        finding.subject(),
        finding.severity(),
        PhraseJson.write(finding.title()),
        PhraseJson.write(finding.facts()),
        PhraseJson.write(finding.cause()),
        measures,
        finding.size(),
        now);
  }

  private void update(Row before, Finding finding, List<String> proposed, Instant now) {
    Set<String> measures = new LinkedHashSet<>(before.measures());
    measures.addAll(proposed);
    if (saysTheSame(before, finding) && measures.size() == before.measures().size()) return;
    dao.see(
        before.id(),
        finding.severity(),
        PhraseJson.write(finding.title()),
        PhraseJson.write(finding.facts()),
        PhraseJson.write(finding.cause()),
        List.copyOf(measures),
        finding.size());
    if (finding.severity() == before.severity()) return;
    boolean worse = finding.severity().isWorseThan(before.severity());
    if (worse) dao.reopen(before.id());
    dao.note(before.id(), now, worse ? "WORSENED" : "EASED");
  }

  /** Most gaps stand as they stood: what has not changed is not written again. */
  private static boolean saysTheSame(Row before, Finding finding) {
    return finding.severity() == before.severity()
        && finding.size() == before.size()
        && finding.title().equals(PhraseJson.read(before.title()))
        && finding.facts().equals(PhraseJson.readAll(before.facts()))
        && finding.cause().equals(PhraseJson.read(before.cause()));
  }

  /**
   * Counts a telling of several.
   *
   * @return how often the first was told by now: it makes the letters' keys
   */
  int tell(List<Gap> several) {
    dao.tell(several.stream().map(gap -> gap.id().value()).toList());
    return dao.told(several.getFirst().id());
  }

  /**
   * Somebody takes charge; a measure may be chosen later.
   *
   * @throws Refusal when the gap is resolved, or somebody else has it
   */
  void take(Gap gap, PersonId by, Instant at) {
    if (dao.take(gap.id(), by, null, at) == 0) throw notTaken(dao.row(gap.id()).orElseThrow());
    dao.note(gap.id(), at, "TAKEN", by, null, null);
  }

  /**
   * Somebody chooses a measure of the catalogue, and has the gap from then on.
   *
   * @throws Refusal when the gap is resolved, or somebody else has it
   */
  void choose(Gap gap, PersonId by, String measure, Instant at) {
    if (dao.take(gap.id(), by, measure, at) == 0) throw notTaken(dao.row(gap.id()).orElseThrow());
    dao.note(gap.id(), at, "CHOSEN", by, measure, null);
  }

  /**
   * Says nothing more of it before a day; unless it gets worse.
   *
   * @throws Refusal when it is resolved or accepted
   */
  void snooze(Gap gap, LocalDate until, String reason, PersonId by, Instant at) {
    if (dao.snooze(gap.id(), until, reason) == 0) throw resolved(gap);
    dao.note(gap.id(), at, "SNOOZED", by, null, reason);
  }

  /**
   * The project lives with it; unless it gets worse.
   *
   * @throws Refusal when it is resolved or accepted already
   */
  void accept(Gap gap, String reason, PersonId by, Instant at) {
    if (dao.accept(gap.id(), reason) == 0) throw resolved(gap);
    dao.note(gap.id(), at, "ACCEPTED", by, null, reason);
  }

  /** Those that were put off until today are told again. */
  void wake(LocalDate today, Instant now) {
    for (GapId id : dao.wake(today)) dao.note(id, now, "WOKEN");
  }

  /** What came of a measure. */
  void follow(GapId id, Outcome outcome, String measure, Instant now) {
    if (outcome != Outcome.GONE) dao.note(id, now, outcome.name(), null, measure, null);
  }

  /** The key of a measure proposed for a gap, from 1. */
  String key(Gap gap, int number) {
    measure(gap, number);
    return dao.row(gap.id()).orElseThrow().measures().get(number - 1);
  }

  /** The keys of its measures, in the order of their numbers. */
  List<String> keys(Gap gap) {
    return dao.row(gap.id()).orElseThrow().measures();
  }

  /** What it is about, as its rule named it. */
  String subject(Gap gap) {
    return dao.row(gap.id()).orElseThrow().subject();
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
    dao.note(gap.id(), at, "SETTLED", by, null, null);
  }

  private static Refusal resolved(Gap gap) {
    return new Refusal("gap.resolved", gap.id().code());
  }

  /** The worst of those that are not resolved. */
  public List<Gap> worst(int most) {
    return dao.worst(most).stream().map(this::gap).toList();
  }

  /** How many are not resolved; none of a severity is left out. */
  public Map<Severity, Integer> counts() {
    return counts(dao.tallies());
  }

  /** The worst of those that were not resolved just before an instant. */
  public List<Gap> worst(Instant end, int most) {
    return dao.worst(end, most).stream().map(this::gap).toList();
  }

  /** How many were not resolved just before an instant; none of a severity is left out. */
  public Map<Severity, Integer> counts(Instant end) {
    return counts(dao.tallies(end));
  }

  private static Map<Severity, Integer> counts(List<GapDao.Tally> tallies) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (GapDao.Tally tally : tallies) counts.put(tally.severity(), tally.gaps());
    return counts;
  }

  private Gap gap(Row row) {
    return new Gap(
        row.id(),
        row.rule(),
        row.severity(),
        PhraseJson.read(row.title()),
        PhraseJson.readAll(row.facts()),
        PhraseJson.read(row.cause()),
        row.measures().stream().map(catalogue::phrase).toList(),
        row.state(),
        Optional.ofNullable(row.takenBy()),
        Optional.ofNullable(row.measure()).map(catalogue::phrase),
        Optional.ofNullable(row.until()),
        Optional.ofNullable(row.reason()),
        row.size(),
        row.openedAt());
  }
}
