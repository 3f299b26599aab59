package ca.greffier.meeting;

import ca.greffier.command.PersonId;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.meeting.BodyRules.Counted;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The rules that bodies gave themselves: what they were before is kept. */
final class BodyRuleRegister {
  private final Dao dao;

  BodyRuleRegister(Jdbi jdbi) {
    this.dao = jdbi.onDemand(Dao.class);
  }

  /** As it is kept. */
  record Row(
      int notice,
      Counted counted,
      @Nullable Integer quorumNumber,
      @Nullable Integer quorumShare,
      boolean proxies,
      boolean official,
      int sentWithin,
      DecisionRule decidesBy,
      int documents,
      boolean seconders) {
    BodyRules rules() {
      QuorumRule quorum = new QuorumRule(quorumNumber, quorumShare);
      return new BodyRules(
          notice, counted, quorum, proxies, official, sentWithin, decidesBy, documents, seconders);
    }
  }

  BodyRules of(Body body) {
    return dao.last(body.id()).map(Row::rules).orElseGet(() -> BodyRules.usual(body.kind()));
  }

  void set(Body body, BodyRules rules, PersonId by, Instant at) {
    dao.put(body.id(), rules, by, at);
  }

  interface Dao {
    @SqlQuery(
        """
        SELECT notice, counted, quorum_number, quorum_share, proxies, official, sent_within,
               decides_by, documents, seconders
        FROM body_rule WHERE body = :body ORDER BY id DESC LIMIT 1
        """)
    Optional<Row> last(BodyId body);

    @SqlUpdate(
        """
        INSERT INTO body_rule (body, notice, counted, quorum_number, quorum_share, proxies,
                               official, sent_within, decides_by, documents, seconders, set_by, set_at)
        VALUES (:body, :notice, :counted, :quorum.number, :quorum.share, :proxies, :official,
                :sentWithin, :decidesBy, :documents, :seconders, :by, :at)
        """)
    void put(BodyId body, @BindMethods BodyRules rules, PersonId by, Instant at);
  }
}
