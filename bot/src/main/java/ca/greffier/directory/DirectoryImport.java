package ca.greffier.directory;

import ca.greffier.command.Attachment;
import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Role;
import ca.greffier.table.TableFile;
import ca.greffier.table.TableFile.Row;
import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings people, bodies and mandates in from tables. Each line is read on its own, so that a report
 * can name every one that is refused; nothing is written as long as one is.
 */
final class DirectoryImport {
  private static final Map<String, Role> ROLES =
      Map.of(
          "",
          Role.MEMBER,
          "membre",
          Role.MEMBER,
          "secretaire",
          Role.SECRETARY,
          "admin",
          Role.ADMIN);
  private static final Map<String, BodyKind> KINDS =
      Map.of(
          "projet", BodyKind.PROJECT,
          "comite", BodyKind.STEERING,
          "groupe", BodyKind.WORKING_GROUP,
          "fournisseur", BodyKind.SUPPLIER,
          "conseil", BodyKind.BOARD,
          "assemblee", BodyKind.ASSEMBLY);
  private static final Map<String, Function> FUNCTIONS =
      Map.of(
          "presidence", Function.CHAIR,
          "secretariat", Function.SECRETARY,
          "membre", Function.MEMBER,
          "gestion", Function.MANAGER,
          "direction", Function.DIRECTOR);

  private final DirectoryDao dao;
  private final Bodies bodies;
  private final Kind<String> address;
  private final Kind<LocalDate> date;

  DirectoryImport(Jdbi jdbi, Bodies bodies, Kind<String> address, Kind<LocalDate> date) {
    this.dao = jdbi.onDemand(DirectoryDao.class);
    this.bodies = bodies;
    this.address = address;
    this.date = date;
  }

  /** Reads a line; what it returns writes it. */
  private interface Reading {
    Runnable read(Row row);
  }

  /** What a table is about. */
  enum Subject {
    PEOPLE,
    BODIES,
    MANDATES
  }

  /**
   * One line of the report.
   *
   * @param refusal empty when the line can be written
   */
  record Line(int number, String what, Optional<Phrase> refusal) {}

  /** What was read: the report, and what would be written. */
  record Result(List<Line> report, List<Runnable> writes) {
    List<Line> refused() {
      return report.stream().filter(line -> line.refusal().isPresent()).toList();
    }

    void write() {
      writes.forEach(Runnable::run);
    }
  }

  Result read(Subject subject, Attachment file) {
    return switch (subject) {
      case PEOPLE ->
          each(TableFile.read(file, "prenom", "nom", "courriel"), "courriel", this::person);
      case BODIES -> each(TableFile.read(file, "code", "nom", "genre"), "code", this::body);
      case MANDATES ->
          each(
              TableFile.read(file, "corps", "courriel", "fonction", "debut"),
              "courriel",
              this::mandate);
    };
  }

  private static Result each(TableFile table, String naming, Reading reading) {
    List<Line> report = new ArrayList<>();
    List<Runnable> writes = new ArrayList<>();
    for (Row row : table.rows()) {
      try {
        writes.add(reading.read(row));
        report.add(new Line(row.number(), row.cell(naming), Optional.empty()));
      } catch (Refusal refusal) {
        Phrase reason = new Phrase(refusal.key(), refusal.arguments());
        report.add(new Line(row.number(), row.cell(naming), Optional.of(reason)));
      }
    }
    return new Result(report, writes);
  }

  private Runnable person(Row row) {
    String givenName = filled(row, "prenom");
    String familyName = filled(row, "nom");
    String email = address.parse(filled(row, "courriel")).toLowerCase(Locale.ROOT);
    Role role = oneOf(ROLES, row, "role");
    Language language = Language.of(row.cell("langue"));
    String organisation = row.cell("organisation");
    return () -> {
      if (!organisation.isEmpty()) dao.organisation(organisation);
      dao.upsertPerson(
          givenName,
          familyName,
          email,
          language,
          row.cell("titre"),
          organisation.isEmpty() ? null : organisation,
          role);
    };
  }

  private Runnable body(Row row) {
    String code = filled(row, "code").toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z0-9][A-Z0-9-]{0,19}")) throw new Refusal("directory.import.code", code);
    String name = filled(row, "nom");
    BodyKind kind = oneOf(KINDS, row, "genre");
    String channel = row.cell("salon");
    return () -> dao.upsertBody(code, name, kind, channel.isEmpty() ? null : channel);
  }

  private Runnable mandate(Row row) {
    Body body =
        bodies
            .byCode(filled(row, "corps"))
            .orElseThrow(() -> new Refusal("directory.import.body", row.cell("corps")));
    Person person =
        dao.byEmail(filled(row, "courriel").toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new Refusal("directory.import.person", row.cell("courriel")));
    Function function = oneOf(FUNCTIONS, row, "fonction");
    LocalDate starts = date.parse(filled(row, "debut"));
    LocalDate ends = row.cell("fin").isEmpty() ? null : date.parse(row.cell("fin"));
    if (ends != null && ends.isBefore(starts))
      throw new Refusal("directory.import.ends", starts, ends);
    return () -> dao.upsertMandate(body.id(), person.id(), function, starts, ends);
  }

  private static String filled(Row row, String head) {
    String cell = row.cell(head);
    if (cell.isEmpty()) throw new Refusal("directory.import.empty", head);
    if (cell.length() > 200 || cell.chars().anyMatch(Character::isISOControl))
      throw new Refusal("directory.import.cell", head);
    return cell;
  }

  private static <T> T oneOf(Map<String, T> values, Row row, String head) {
    T value = values.get(row.cell(head).toLowerCase(Locale.ROOT));
    if (value != null) return value;
    String known =
        String.join(", ", values.keySet().stream().filter(v -> !v.isEmpty()).sorted().toList());
    throw new Refusal("directory.import.value", head, row.cell(head), known);
  }
}
