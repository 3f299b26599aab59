package ca.greffier.directory;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of absences: one's own, and those of others by whoever runs the project. */
public final class AbsenceCommands {
  private final Absences absences;
  private final People people;
  private final ZoneId zone;

  private final Param<LocalDate> until;
  private final Param<LocalDate> from;
  private final Param<Person> substitute;
  private final Param<Person> person;
  private final Param<Boolean> sure;

  public AbsenceCommands(
      Absences absences, People people, DirectoryKinds directory, Kinds kinds, ZoneId zone) {
    this.absences = absences;
    this.people = people;
    this.zone = zone;
    this.until = Param.required("jusquau", kinds.date());
    this.from = Param.optional("du", kinds.date());
    this.substitute = Param.optional("releve", directory.person());
    this.person = Param.required("personne", directory.person());
    this.sure = Param.required("confirmer", kinds.yesNo());
  }

  public List<Command> all() {
    return List.of(
        Command.of("absence ajouter", Role.MEMBER, this::add, until, from, substitute),
        Command.of("absence liste", Role.MEMBER, this::list),
        Command.of("absence retirer", Role.MEMBER, this::withdraw, sure, from),
        Command.of(
            "absence noter", Role.SECRETARY, this::addOther, person, until, from, substitute),
        Command.of("absence toutes", Role.SECRETARY, this::listAll),
        Command.of("absence lever", Role.SECRETARY, this::withdrawOther, person, from));
  }

  private Reply add(Call call) {
    Absence absence = absence(call, call.actor().known());
    absences.add(absence, call.actor().known(), call.at());
    return Reply.said(
        "directory.absence.noted", absence.starts(), absence.ends(), substituteOf(absence));
  }

  private Reply addOther(Call call) {
    Person who = call.get(person);
    Absence absence = absence(call, who.id());
    absences.add(absence, call.actor().known(), call.at());
    return Reply.said(
        "directory.absence.noted.for",
        who.fullName(),
        absence.starts(),
        absence.ends(),
        substituteOf(absence));
  }

  private Absence absence(Call call, PersonId who) {
    return new Absence(
        who,
        call.find(from).orElse(today(call)),
        call.get(until),
        call.find(substitute).map(Person::id).orElse(null));
  }

  private Reply list(Call call) {
    return table(absences.of(call.actor().known(), today(call)));
  }

  private Reply listAll(Call call) {
    return table(absences.all(today(call)));
  }

  private Reply table(List<Absence> noted) {
    List<List<Object>> rows = new ArrayList<>();
    for (Absence each : noted)
      rows.add(
          List.of(
              people.get(each.person()).fullName(),
              each.starts(),
              each.ends(),
              substituteOf(each)));
    return new Reply.Table(
        "directory.absences",
        List.of(rows.size()),
        List.of(
            "directory.name",
            "directory.absence.starts",
            "directory.absence.ends",
            "directory.absence.substitute"),
        rows);
  }

  private Reply withdraw(Call call) {
    if (!call.get(sure)) return Reply.said("directory.absence.left");
    Absence gone = absences.withdraw(call.actor().known(), call.find(from), call.at());
    return Reply.said("directory.absence.withdrawn", gone.starts(), gone.ends());
  }

  private Reply withdrawOther(Call call) {
    Person who = call.get(person);
    Absence gone = absences.withdraw(who.id(), call.find(from), call.at());
    return Reply.said(
        "directory.absence.withdrawn.for", who.fullName(), gone.starts(), gone.ends());
  }

  private Optional<String> substituteOf(Absence absence) {
    return Optional.ofNullable(absence.substitute()).map(people::get).map(Person::fullName);
  }

  private LocalDate today(Call call) {
    return LocalDate.ofInstant(call.at(), zone);
  }
}
