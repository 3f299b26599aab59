package ca.greffier.outbox;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes back of the letters of campaigns after their server took them: bounces that arrive as
 * mail, complaints. A campaign that still runs is paused when it is too much: a tenth bounced, when
 * there are twenty at least; or three in a thousand complained, when there are five (domain.md E7).
 */
public final class Returns {
  /** The reason of a campaign that paused because its readers complained: no server said it. */
  public static final String COMPLAINTS = "complaints";

  private static final int FEWEST_BOUNCES = 20;
  private static final int BOUNCES_IN_THOUSAND = 100;
  private static final int FEWEST_COMPLAINTS = 5;
  private static final int COMPLAINTS_IN_THOUSAND = 3;
  private static final Logger LOG = LoggerFactory.getLogger(Returns.class);

  private final Jdbi jdbi;
  private final Dao dao;

  public Returns(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.dao = jdbi.onDemand(Dao.class);
  }

  /**
   * @param onceKey of the letter; nothing when it is of no campaign
   * @param status as the report says it
   */
  public void bounced(String onceKey, boolean permanent, String status, Instant at) {
    note(onceKey, false, permanent, status, at);
  }

  public void complained(String onceKey, Instant at) {
    note(onceKey, true, true, "", at);
  }

  private void note(
      String onceKey, boolean complaint, boolean permanent, String status, Instant at) {
    String campaign = onceKey.replaceFirst(":[^:]*$", "");
    jdbi.useTransaction(
        _ -> {
          if (dao.put(onceKey, campaign, complaint, permanent, status, at) == 0) return;
          int fewest = complaint ? FEWEST_COMPLAINTS : FEWEST_BOUNCES;
          int most = complaint ? COMPLAINTS_IN_THOUSAND : BOUNCES_IN_THOUSAND;
          long returned = dao.returned(campaign + ":", complaint);
          if (returned < fewest || returned * 1_000 < most * dao.sent(campaign)) return;
          if (dao.pause(campaign, complaint ? COMPLAINTS : status) > 0)
            LOG.warn("{} paused: {} letters came back", campaign, returned);
        });
  }

  /** How many letters of a campaign were not delivered, by cause: refused at once, or later. */
  public Map<Cause, Long> undelivered(String campaign) {
    Map<Cause, Long> causes = new EnumMap<>(Cause.class);
    for (Answer each : dao.answers(campaign, campaign + ":"))
      causes.merge(Cause.of(each.answer()), each.letters(), Long::sum);
    return causes;
  }

  public long complaints(String campaign) {
    return dao.returned(campaign + ":", true);
  }

  /** What servers said of so many letters. */
  record Answer(String answer, long letters) {}

  interface Dao {
    /** 0 when it was noted before, or there is no such campaign. */
    @SqlUpdate(
        """
        INSERT INTO campaign_return (once_key, complaint, permanent, status, at)
        SELECT :onceKey, :complaint, :permanent, :status, :at
        FROM campaign WHERE once_key = :campaign
        ON CONFLICT DO NOTHING
        """)
    int put(
        String onceKey,
        String campaign,
        boolean complaint,
        boolean permanent,
        String status,
        Instant at);

    @SqlQuery(
        """
        SELECT count(*) FROM campaign_return
        WHERE starts_with(once_key, :prefix) AND complaint = :complaint AND permanent
        """)
    long returned(String prefix, boolean complaint);

    @SqlQuery(
        """
        SELECT count(*) FROM campaign_letter l JOIN campaign c ON c.id = campaign
        WHERE c.once_key = :campaign AND l.state = 'sent'
        """)
    long sent(String campaign);

    @SqlUpdate(
        """
        UPDATE campaign SET state = 'paused', reason = :reason
        WHERE once_key = :campaign AND state = 'running'
        """)
    int pause(String campaign, String reason);

    /** Of the same words, as servers name the reader in theirs: their status alone. */
    @SqlQuery(
        """
        SELECT coalesce(substring(answer from '\\m[45]\\.\\d{1,3}\\.\\d{1,3}\\M'), '') AS answer,
               count(*) AS letters
        FROM (SELECT answer FROM campaign_letter l JOIN campaign c ON c.id = campaign
              WHERE c.once_key = :campaign AND l.state = 'refused'
              UNION ALL
              SELECT answer FROM outbox WHERE starts_with(once_key, :prefix) AND state = 'refused'
              UNION ALL
              SELECT status FROM campaign_return
              WHERE starts_with(once_key, :prefix) AND NOT complaint AND permanent) AS all_of_them
        GROUP BY 1
        """)
    List<Answer> answers(String campaign, String prefix);
  }
}
