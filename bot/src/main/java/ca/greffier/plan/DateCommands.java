package ca.greffier.plan;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import java.time.LocalDate;
import java.util.List;

/** What happens to a deliverable: expected, handed over, accepted, given up. */
final class DateCommands {
  private static final int LONGEST = 500;

  private final Plan plan;
  private final Slip slip;
  private final Remarks remarks;

  private final Param<Deliverable> deliverable;
  private final Param<LocalDate> newDate;
  private final Param<LocalDate> on;
  private final Param<String> proof;
  private final Param<String> reason;

  DateCommands(PlanCommands.Parts parts, Kinds kinds) {
    this.plan = parts.plan();
    this.slip = parts.slip();
    this.remarks = new Remarks(plan, parts.dependencies(), slip.calendar());
    this.deliverable = Param.required("livrable", new PlanKinds(plan).deliverable());
    this.newDate = Param.required("date", kinds.date());
    this.on = Param.optional("date", kinds.date());
    this.proof = Param.optional("preuve", kinds.text(LONGEST));
    this.reason = Param.required("raison", kinds.text(LONGEST));
  }

  List<Command> all() {
    return List.of(
        Command.of("livrable prevoir", Role.SECRETARY, this::forecast, deliverable, newDate),
        Command.of("livrable atteint", Role.SECRETARY, this::reach, deliverable, on, proof),
        Command.of("livrable accepter", Role.SECRETARY, this::accept, deliverable, on, proof),
        Command.of("livrable annuler", Role.SECRETARY, this::cancel, deliverable, reason),
        Command.of("livrable rouvrir", Role.SECRETARY, this::reopen, deliverable, reason));
  }

  private Reply forecast(Call call) {
    Deliverable what = call.get(deliverable);
    LocalDate date = call.get(newDate);
    plan.forecast(what, date, call.actor().known(), call.at());
    int days = slip.days(what.baseline(), date);
    return PlanCommands.remarked(
        Reply.said("plan.forecast.noted", what.code(), date, Slip.phrase(days)),
        remarks.on(what, date));
  }

  private Reply reach(Call call) {
    Deliverable what = call.get(deliverable);
    LocalDate day = day(call);
    String shown = call.find(proof).orElse(null);
    plan.reach(what, day, shown, call.actor().known(), call.at());
    int days = slip.days(what.baseline(), day);
    Reply noted = Reply.said("plan.reach.noted", what.code(), what.title(), day, Slip.phrase(days));
    return shown != null
        ? noted
        : Reply.together(noted, Reply.said("plan.reach.unproved", what.code()));
  }

  private Reply accept(Call call) {
    Deliverable what = call.get(deliverable);
    LocalDate day = day(call);
    plan.accept(what, day, call.find(proof).orElse(null), call.actor().known(), call.at());
    return Reply.said("plan.accepted", what.code(), what.title(), day);
  }

  private Reply cancel(Call call) {
    Deliverable what = call.get(deliverable);
    plan.cancel(what, call.get(reason), call.actor().known(), call.at());
    return Reply.said("plan.cancel.noted", what.code(), what.title());
  }

  private Reply reopen(Call call) {
    Deliverable what = call.get(deliverable);
    plan.reopen(what, call.get(reason), call.actor().known(), call.at());
    return Reply.said("plan.reopened", what.code(), what.title());
  }

  private LocalDate day(Call call) {
    return call.find(on).orElseGet(() -> plan.today(call.at()));
  }
}
