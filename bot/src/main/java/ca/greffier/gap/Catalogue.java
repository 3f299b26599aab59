package ca.greffier.gap;

import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The measures that may be proposed for a situation: those of the house (domain.md 6.7), then those
 * that the project added. A measure is known by its key: a message, or {@code own.12}.
 */
public final class Catalogue {
  private static final String OWN = "own.";

  private final Dao dao;

  Catalogue(Jdbi jdbi) {
    this.dao = jdbi.onDemand(Dao.class);
  }

  /** A measure that the project added. */
  record Own(
      long id, Situation situation, String words, PersonId addedBy, @Nullable Instant retiredAt) {
    String key() {
      return OWN + id;
    }
  }

  /** The keys of those proposed for a situation, the house's first. */
  List<String> measures(Situation situation) {
    return all().getOrDefault(situation, List.of());
  }

  /** The same for every situation, asked once. */
  Map<Situation, List<String>> all() {
    Map<Situation, List<String>> all = new EnumMap<>(Situation.class);
    for (Situation each : Situation.values()) all.put(each, new ArrayList<>(each.measures()));
    for (Own own : own()) all.getOrDefault(own.situation(), new ArrayList<>()).add(own.key());
    return all;
  }

  /** Its words. */
  Phrase phrase(String key) {
    if (!key.startsWith(OWN)) return Phrase.of(key);
    long id = Long.parseLong(key.substring(OWN.length()));
    return Phrase.of("gap.measure.own", dao.find(id).map(Own::words).orElse(""));
  }

  /** Those that the project added and has not withdrawn. */
  List<Own> own() {
    return dao.all().stream().filter(own -> own.retiredAt() == null).toList();
  }

  /**
   * Proposes a measure from now on, whenever the situation arises.
   *
   * @throws Refusal when it is proposed already
   */
  Own add(Situation situation, String words, PersonId by, Instant at) {
    boolean known =
        own().stream()
            .anyMatch(own -> own.situation() == situation && own.words().equalsIgnoreCase(words));
    if (known) throw new Refusal("gap.measure.known", words);
    return dao.find(dao.add(situation, words, by, at)).orElseThrow();
  }

  /**
   * Proposes it no more; where it was chosen it stays.
   *
   * @throws Refusal when the project has no such measure
   */
  Own retire(int number, Instant at) {
    Optional<Own> own = dao.find(number);
    if (own.isEmpty() || dao.retire(number, at) == 0) throw new Refusal("gap.measure.none", number);
    return own.get();
  }

  interface Dao {
    @SqlQuery("SELECT id, situation, words, added_by, retired_at FROM own_measure ORDER BY id")
    List<Own> all();

    @SqlQuery("SELECT id, situation, words, added_by, retired_at FROM own_measure WHERE id = :id")
    Optional<Own> find(long id);

    @SqlQuery(
        """
        INSERT INTO own_measure (situation, words, added_by, added_at)
        VALUES (:situation, :words, :by, :at) RETURNING id
        """)
    long add(Situation situation, String words, PersonId by, Instant at);

    @SqlUpdate("UPDATE own_measure SET retired_at = :at WHERE id = :id AND retired_at IS NULL")
    int retire(long id, Instant at);
  }
}
