package ca.greffier.directory;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.DirectoryImport.Line;
import ca.greffier.directory.DirectoryImport.Result;
import ca.greffier.directory.DirectoryImport.Subject;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What can be asked of the directory. */
public final class DirectoryCommands {
  private static final int MOST_BYTES = 2_000_000;

  private final People people;
  private final Bodies bodies;
  private final Accounts accounts;
  private final OwnRecord ownRecord;
  private final NudgeHours nudges;
  private final DirectoryImport imports;
  private final ZoneId zone;

  private final Param<Body> body;
  private final Param<String> email;
  private final Param<String> code;
  private final Param<Subject> subject;
  private final Param<Attachment> file;
  private final Param<Boolean> trial;
  private final Param<LocalTime> from;
  private final Param<LocalTime> until;

  public DirectoryCommands(
      Jdbi jdbi, People people, Bodies bodies, Accounts accounts, Kinds kinds, ZoneId zone) {
    this.people = people;
    this.bodies = bodies;
    this.accounts = accounts;
    this.ownRecord = new OwnRecord(jdbi);
    this.nudges = new NudgeHours(jdbi);
    this.imports = new DirectoryImport(jdbi, bodies, kinds.emailAddress(), kinds.date());
    this.zone = zone;
    this.body = Param.optional("corps", new DirectoryKinds(people, bodies).body());
    this.email = Param.required("courriel", kinds.emailAddress());
    this.code = Param.required("code", kinds.secretCode());
    this.subject = Param.required("genre", kinds.choice("genre", subjects()));
    this.file = Param.required("fichier", kinds.file(MOST_BYTES, "csv", "xlsx"));
    this.trial = Param.optional("essai", kinds.yesNo());
    this.from = Param.optional("apartir", kinds.time());
    this.until = Param.optional("avantde", kinds.time());
  }

  public List<Command> all() {
    return List.of(
        Command.of("repertoire corps", Role.MEMBER, this::listBodies, body),
        Command.of("repertoire personnes", Role.SECRETARY, this::listPeople),
        Command.of("repertoire importer", Role.ADMIN, this::importTable, subject, file, trial),
        Command.of("compte lier", Role.ANYONE, this::link, email),
        Command.of("compte confirmer", Role.ANYONE, this::confirm, code),
        Command.of("compte heures", Role.MEMBER, this::hours, from, until),
        Command.of("mesdonnees voir", Role.MEMBER, this::ownRecord));
  }

  private static Map<String, Subject> subjects() {
    Map<String, Subject> values = new LinkedHashMap<>();
    values.put("personnes", Subject.PEOPLE);
    values.put("corps", Subject.BODIES);
    values.put("mandats", Subject.MANDATES);
    return values;
  }

  /** Tells the hours in which one accepts to be reminded, after changing what is given. */
  private Reply hours(Call call) {
    PersonId me = call.actor().known();
    NudgeHours.Hours before = nudges.of(me);
    NudgeHours.Hours after =
        new NudgeHours.Hours(
            call.find(from).orElse(before.opens()), call.find(until).orElse(before.closes()));
    if (!after.equals(before)) nudges.choose(me, after);
    return Reply.said("directory.hours", after.opens(), after.closes());
  }

  private Reply listBodies(Call call) {
    LocalDate today = call.at().atZone(zone).toLocalDate();
    Optional<Body> one = call.find(body);
    if (one.isPresent()) return membersOf(one.get(), today);
    List<List<Object>> rows = new ArrayList<>();
    for (Body each : bodies.all()) {
      List<Person> chairs = bodies.respondents(each.id(), today);
      rows.add(
          List.of(
              each.code(),
              each.name(),
              chairs.isEmpty() ? "—" : chairs.getFirst().fullName(),
              bodies.members(each.id(), today).size()));
    }
    return new Reply.Table(
        "directory.bodies",
        List.of(rows.size()),
        List.of("directory.code", "directory.name", "directory.respondent", "directory.members"),
        rows);
  }

  private Reply membersOf(Body one, LocalDate today) {
    List<List<Object>> rows = new ArrayList<>();
    for (Member member : bodies.members(one.id(), today)) {
      Person person = member.person();
      rows.add(
          List.of(
              person.fullName(),
              Phrase.of("directory.function." + member.function()),
              Optional.ofNullable(person.organisation()).orElse("—")));
    }
    return new Reply.Table(
        "directory.body",
        List.of(rows.size(), one.name()),
        List.of("directory.name", "directory.function", "directory.organisation"),
        rows);
  }

  private Reply listPeople(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (Person person : people.all()) {
      rows.add(
          List.of(
              person.fullName(),
              person.title(),
              Optional.ofNullable(person.organisation()).orElse("—"),
              person.email()));
    }
    return new Reply.Table(
        "directory.people",
        List.of(rows.size()),
        List.of("directory.name", "directory.title", "directory.organisation", "directory.email"),
        rows);
  }

  private Reply importTable(Call call) {
    Result result = imports.read(call.get(subject), call.get(file));
    List<Line> refused = result.refused();
    if (call.find(trial).orElse(false)) return report(result, refused.size());
    if (!refused.isEmpty()) {
      Line first = refused.getFirst();
      throw new Refusal(
          "directory.import.refused",
          refused.size(),
          first.number(),
          first.refusal().orElseThrow());
    }
    result.write();
    return Reply.said("directory.import.done", result.report().size());
  }

  private static Reply report(Result result, int refused) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : result.report()) {
      Phrase verdict = line.refusal().orElse(Phrase.of("directory.import.fine"));
      rows.add(List.of(line.number(), line.what(), verdict));
    }
    return new Reply.Table(
        "directory.import.report",
        List.of(refused, rows.size()),
        List.of("directory.import.line", "directory.import.what", "directory.import.verdict"),
        rows);
  }

  private Reply link(Call call) {
    String address = call.get(email);
    accounts.request(call.actor().identity(), address, call.at());
    return Reply.said("directory.link.sent", address, (int) Accounts.LIFE.toMinutes());
  }

  private Reply confirm(Call call) {
    return accounts
        .confirm(call.actor().identity(), call.get(code), call.at())
        .map(person -> Reply.said("directory.link.done", person.fullName()))
        .orElseGet(() -> Reply.said("directory.link.wrong"));
  }

  private Reply ownRecord(Call call) {
    return new Reply.Document(
        "mes-donnees.json",
        "application/json",
        ownRecord.of(call.actor().known()),
        "directory.own",
        List.of());
  }
}
