package ca.greffier.newsletter;

import ca.greffier.command.Attachment;
import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.newsletter.SubscriptionDao.Entry;
import ca.greffier.table.TableFile;
import ca.greffier.table.TableFile.Row;
import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads subscribers from a table, each with the basis of their consent and its date. Every line is
 * read on its own, so that a report can name each one that is refused. Whoever has unsubscribed
 * stays so, whatever the table says: only they can come back.
 */
final class SubscriberImport {
  private static final int LONGEST = 200;
  private static final Zones ZONES = new Zones();

  private final Kind<String> address;
  private final Kind<Basis> basis;
  private final Kind<LocalDate> date;

  SubscriberImport(Kind<String> address, Kind<Basis> basis, Kind<LocalDate> date) {
    this.address = address;
    this.basis = basis;
    this.date = date;
  }

  /** One line of the report. */
  record Line(int number, String address, Phrase verdict, boolean refused) {}

  /**
   * What was read.
   *
   * @param entries what is to be written
   * @param known how many were on the list with a consent at least as good
   * @param left how many have unsubscribed
   */
  record Result(List<Line> report, List<Entry> entries, int known, int left) {
    List<Line> refused() {
      return report.stream().filter(Line::refused).toList();
    }
  }

  /**
   * @param subscribed those who are or were on the list
   */
  Result read(Attachment file, List<Subscription> subscribed, LocalDate today) {
    return new Reading(file.name(), subscribed, today)
        .of(TableFile.read(file, "courriel", "base", "date"));
  }

  private final class Reading {
    private final String file;
    private final LocalDate today;
    private final Map<String, Subscription> subscribed = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Line> report = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private int known;
    private int left;

    Reading(String file, List<Subscription> subscribed, LocalDate today) {
      this.file = file;
      this.today = today;
      for (Subscription each : subscribed) this.subscribed.put(each.address(), each);
    }

    Result of(TableFile table) {
      for (Row row : table.rows()) {
        try {
          Entry entry = entry(row);
          report.add(new Line(row.number(), entry.address(), Phrase.of(sorted(entry, row)), false));
        } catch (Refusal refusal) {
          Phrase why = new Phrase(refusal.key(), refusal.arguments());
          report.add(new Line(row.number(), row.cell("courriel"), why, true));
        }
      }
      return new Result(report, entries, known, left);
    }

    /**
     * What will be done with an entry, as a message key. Who left the list that the table came from
     * comes to no other by it.
     */
    private String sorted(Entry entry, Row row) {
      Subscription before = subscribed.get(entry.address());
      boolean hasLeft = before != null && before.unsubscribedAt() != null;
      if (hasLeft || !row.cell("desabonnement").isEmpty()) {
        left++;
        return "newsletter.import.left";
      }
      if (before != null && !entry.consent().replaces(before.consent())) {
        known++;
        return "newsletter.import.known";
      }
      entries.add(entry);
      return before == null ? "newsletter.import.new" : "newsletter.import.renewed";
    }

    private Entry entry(Row row) {
      String email = address.parse(filled(row, "courriel"));
      Integer first = seen.putIfAbsent(email, row.number());
      if (first != null) throw new Refusal("newsletter.import.twice", first);
      return new Entry(
          email,
          text(row, "prenom"),
          text(row, "nom"),
          Language.of(row.cell("langue")),
          text(row, "organisation"),
          text(row, "region"),
          text(row, "categorie"),
          row.cell("fuseau").isEmpty() ? null : ZONES.parse(row.cell("fuseau")),
          consent(row));
    }

    private Consent consent(Row row) {
      Basis given = basis.parse(filled(row, "base"));
      LocalDate givenOn = date.parse(filled(row, "date"));
      LocalDate end = end(row, givenOn);
      if (givenOn.isAfter(today)) throw new Refusal("newsletter.import.future", givenOn);
      Consent consent = Consent.of(given, givenOn, end, file + ":" + row.number());
      if (!consent.allows(today))
        throw new Refusal("newsletter.import.expired", Optional.ofNullable(consent.expiresOn()));
      return consent;
    }

    private @Nullable LocalDate end(Row row, LocalDate givenOn) {
      if (row.cell("fin").isEmpty()) return null;
      LocalDate end = date.parse(row.cell("fin"));
      if (end.isBefore(givenOn)) throw new Refusal("directory.import.ends", givenOn, end);
      return end;
    }
  }

  private static String filled(Row row, String head) {
    if (row.cell(head).isEmpty()) throw new Refusal("directory.import.empty", head);
    return text(row, head);
  }

  private static String text(Row row, String head) {
    String cell = row.cell(head);
    if (cell.length() > LONGEST || cell.chars().anyMatch(Character::isISOControl))
      throw new Refusal("directory.import.cell", head);
    return cell;
  }
}
