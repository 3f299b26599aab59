package ca.greffier.minutes;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Numbered;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.Meetings;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be asked of minutes once their meeting is closed. */
final class ApprovalCommands {
  private final Minutes minutes;
  private final Meetings meetings;
  private final Recording recording;
  private final Approval approval;
  private final Sealing sealing;

  private final Param<Meeting> meeting;
  private final Param<Meeting> sitting;
  private final Param<String> text;
  private final Param<Correction> correction;
  private final Param<Boolean> kept;

  ApprovalCommands(
      MinutesDao dao,
      Minutes minutes,
      Meetings meetings,
      Recording recording,
      Approval approval,
      Sealing sealing,
      Param<Meeting> meeting,
      Param<Meeting> sitting,
      Kinds kinds) {
    this.minutes = minutes;
    this.meetings = meetings;
    this.recording = recording;
    this.approval = approval;
    this.sealing = sealing;
    this.meeting = meeting;
    this.sitting = sitting;
    this.text = Param.required("texte", kinds.longText(2000));
    this.correction =
        Param.required(
            "correction",
            new Numbered<>(
                Numbered.after("K"),
                "minutes.correction.unknown",
                number -> dao.correction(number),
                List::of,
                Correction::code,
                Correction::text));
    this.kept = Param.required("retenue", kinds.yesNo());
  }

  List<Command> all() {
    return List.of(
        Command.of(Approval.CORRECT, Role.MEMBER, this::correct, meeting, text),
        Command.of(Approval.SETTLE, Role.MEMBER, this::settle, correction, kept),
        Command.of("pv approuver", Role.SECRETARY, this::approve, meeting, sitting),
        Command.of(Approval.SIGN, Role.MEMBER, this::sign, meeting),
        Command.of("pv verifier", Role.SECRETARY, _ -> verify()));
  }

  private Reply correct(Call call) {
    Meeting which = call.get(meeting);
    Correction one = approval.correct(which, call.actor().known(), call.get(text), call.at());
    return Reply.said("minutes.correction.proposed", one.code(), which.title());
  }

  private Reply settle(Call call) {
    Correction which = call.get(correction);
    boolean keeps = call.get(kept);
    approval.settle(
        which, keeps, call.actor().known(), call.actor().role().covers(Role.SECRETARY), call.at());
    return Reply.said(
        keeps ? "minutes.correction.kept" : "minutes.correction.left", which.code(), which.text());
  }

  /** The approval is itself a decision of the sitting, under its number. */
  private Reply approve(Call call) {
    Meeting which = call.get(meeting);
    Meeting now = recording.open(call.get(sitting), call.at());
    boolean amended = approval.check(which, now);
    Phrase what =
        Phrase.of(
            amended ? "minutes.approval.amended" : "minutes.approval.plain", meetings.day(which));
    Decision decision = recording.approve(now, what, call.actor().language(), call.at());
    if (!decision.isDecided())
      throw new Refusal("minutes.approval.quorum", decision.present(), decision.needed());
    approval.approve(which, now, amended, call.at());
    return Reply.said("minutes.approval.done", which.title(), decision.number());
  }

  private Reply sign(Call call) {
    Meeting which = call.get(meeting);
    Optional<String> seal = approval.sign(which, call.actor().known(), call.at());
    return seal.isPresent()
        ? Reply.said("minutes.sign.sealed", which.title(), seal.get())
        : Reply.said("minutes.sign.done", which.title());
  }

  private Reply verify() {
    List<Sealing.Broken> broken = sealing.broken();
    if (broken.isEmpty()) return Reply.said("minutes.seals.hold", sealing.count());
    List<List<Object>> rows = new ArrayList<>();
    for (Sealing.Broken each : broken) {
      Meeting which = meetings.get(each.meeting());
      Instant sealed = minutes.of(which).life().map(Life::sealedAt).orElse(which.startsAt());
      rows.add(
          List.of(
              which.number(),
              which.title(),
              sealed,
              Phrase.of(each.chained() ? "minutes.seals.chain" : "minutes.seals.text")));
    }
    return new Reply.Table(
        "minutes.seals.broken",
        List.of(rows.size()),
        List.of(
            "meeting.field.number",
            "meeting.field.title",
            "minutes.seals.when",
            "minutes.seals.what"),
        rows);
  }
}
