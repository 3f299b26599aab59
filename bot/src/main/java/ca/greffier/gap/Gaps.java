package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.gap.GapDao.Row;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
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

  public Gaps(Jdbi jdbi) {
    this.dao = jdbi.onDemand(GapDao.class);
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
   *
   * @return those to tell: new, or worse than before
   */
  List<Gap> see(String rule, List<Finding> findings, Instant now) {
    Map<String, Row> standing = new LinkedHashMap<>();
    for (Row row : dao.standing(rule)) standing.put(row.subject(), row);
    List<GapId> toTell = new ArrayList<>();
    for (Finding finding : findings) {
      Row before = standing.remove(finding.subject());
      if (before == null) toTell.add(open(rule, finding, now));
      else if (update(before, finding, now)) toTell.add(before.id());
    }
    for (Row gone : standing.values()) {
      dao.clear(gone.id(), now);
      dao.note(gone.id(), now, "CLEARED", null, null);
    }
    return toTell.stream().map(id -> find(id).orElseThrow()).toList();
  }

  private GapId open(String rule, Finding finding, Instant now) {
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
    return id;
  }

  private boolean update(Row before, Finding finding, Instant now) {
    Set<String> measures = new LinkedHashSet<>(before.measures());
    measures.addAll(finding.situation().measures());
    dao.see(
        before.id(),
        finding.severity(),
        PhraseJson.write(finding.title()),
        PhraseJson.write(finding.facts()),
        PhraseJson.write(finding.cause()),
        List.copyOf(measures));
    if (finding.severity() == before.severity()) return false;
    boolean worse = finding.severity().isWorseThan(before.severity());
    if (worse) dao.reopen(before.id());
    dao.note(before.id(), now, worse ? "WORSENED" : "EASED", null, null);
    return worse;
  }

  /** Counts a telling; its number makes the letters' keys. */
  int tell(GapId id) {
    return dao.tell(id);
  }

  /**
   * Somebody takes charge, with a measure or not yet.
   *
   * @param number of the measure, from 1
   * @throws Refusal when the gap is resolved, or has no such measure
   */
  void take(Gap gap, PersonId by, Optional<Integer> number, Instant at) {
    String measure = number.map(chosen -> measure(gap, chosen).key()).orElse(null);
    if (dao.take(gap.id(), by, measure) == 0) throw resolved(gap);
    dao.note(gap.id(), at, "TAKEN", by, measure);
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
