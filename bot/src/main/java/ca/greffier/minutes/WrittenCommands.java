package ca.greffier.minutes;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Reply.Field;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.minutes.WrittenDao.Signatory;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What can be asked about resolutions outside of a meeting. */
public final class WrittenCommands {
  private static final int LISTED = 30;

  private final WrittenResolutions resolutions;
  private final Bodies bodies;
  private final People people;
  private final Param<Body> body;
  private final Param<String> text;
  private final Param<LocalDate> until;
  private final Param<WrittenResolution> resolution;
  private final Param<Boolean> signs;

  public WrittenCommands(
      WrittenResolutions resolutions,
      Bodies bodies,
      People people,
      Kinds kinds,
      DirectoryKinds directoryKinds) {
    this.resolutions = resolutions;
    this.bodies = bodies;
    this.people = people;
    this.body = Param.required("corps", directoryKinds.body());
    this.text = Param.required("texte", kinds.longText(2000));
    this.until = Param.required("jusqua", kinds.date());
    this.resolution = Param.required("resolution", new WrittenKind(resolutions));
    this.signs = Param.required("signature", kinds.yesNo());
  }

  public List<Command> all() {
    return List.of(
        Command.of("resolution ecrite", Role.SECRETARY, this::propose, body, text, until),
        Command.of(WrittenResolutions.SIGN, Role.MEMBER, this::sign, resolution, signs),
        Command.of("resolution voir", Role.MEMBER, this::show, resolution),
        Command.of("resolution liste", Role.MEMBER, this::list));
  }

  private Reply propose(Call call) {
    Body by = call.get(body);
    WrittenResolution one =
        resolutions.propose(by, call.get(text), call.actor().known(), call.get(until), call.at());
    return Reply.said(
        "written.proposed",
        resolutions.signatories(one).size(),
        one.code(),
        by.name(),
        one.until());
  }

  private Reply sign(Call call) {
    WrittenResolution one =
        resolutions.answer(call.get(resolution), call.actor().known(), call.get(signs), call.at());
    return switch (one.state()) {
      case ADOPTED ->
          Reply.said("written.adopted", one.code(), Objects.requireNonNull(one.number()));
      case REFUSED -> Reply.said("written.refused", one.code());
      case OPEN, EXPIRED -> Reply.said("written.signed", one.code(), waiting(one));
    };
  }

  private int waiting(WrittenResolution one) {
    return (int) resolutions.signatories(one).stream().filter(each -> each.signs() == null).count();
  }

  private boolean mayRead(Call call, WrittenResolution one) {
    return call.actor().role().covers(Role.SECRETARY)
        || resolutions.signatories(one).stream()
            .anyMatch(each -> each.person().equals(call.actor().known()));
  }

  private Reply show(Call call) {
    WrittenResolution one = call.get(resolution);
    if (!mayRead(call, one)) throw new Refusal("written.theirs", one.code());
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("minutes.field.text", one.text()));
    fields.add(new Field("minutes.field.state", one.state().phrase()));
    if (one.number() != null) fields.add(new Field("minutes.field.number", one.number()));
    fields.add(new Field("written.field.until", one.until()));
    List<List<Object>> rows = new ArrayList<>();
    for (Signatory each : resolutions.signatories(one))
      rows.add(
          List.of(
              people.get(each.person()).fullName(),
              Phrase.of("written.answer." + (each.signs() == null ? "none" : each.signs())),
              each.at() == null ? "—" : each.at()));
    return Reply.together(
        new Reply.Card("written.card", List.of(one.code(), bodies.get(one.body()).name()), fields),
        new Reply.Table(
            "written.signatories",
            List.of(rows.size()),
            List.of("minutes.field.person", "written.field.answer", "minutes.field.when"),
            rows));
  }

  private Reply list(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (WrittenResolution each : resolutions.latest(LISTED)) {
      if (!mayRead(call, each)) continue;
      rows.add(
          List.of(
              each.code(),
              bodies.get(each.body()).code(),
              each.text(),
              each.state().phrase(),
              each.number() == null ? "—" : each.number(),
              each.until()));
    }
    return new Reply.Table(
        "written.list",
        List.of(rows.size()),
        List.of(
            "written.field.code",
            "meeting.field.code",
            "minutes.field.text",
            "minutes.field.state",
            "minutes.field.number",
            "written.field.until"),
        rows);
  }
}
