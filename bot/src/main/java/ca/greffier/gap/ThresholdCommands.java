package ca.greffier.gap;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.People;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of the thresholds: whoever runs the project tunes them, and says why. */
public final class ThresholdCommands {
  private static final int HIGHEST = 1000;
  private static final int LONGEST_REASON = 300;

  private final ThresholdRegister register;
  private final People people;
  private final Param<Threshold> threshold;
  private final Param<Integer> value;
  private final Param<String> reason;

  public ThresholdCommands(ThresholdRegister register, People people, Kinds kinds) {
    this.register = register;
    this.people = people;
    this.threshold = Param.required("seuil", new ThresholdKind());
    this.value = Param.required("valeur", kinds.wholeNumber(0, HIGHEST));
    this.reason = Param.required("raison", kinds.text(LONGEST_REASON));
  }

  public List<Command> all() {
    return List.of(
        Command.of("seuil liste", Role.SECRETARY, _ -> list()),
        Command.of("seuil voir", Role.SECRETARY, this::show, threshold),
        Command.of("seuil changer", Role.SECRETARY, this::change, threshold, value, reason));
  }

  private Reply list() {
    Map<Threshold, ThresholdRegister.Setting> changed = register.last();
    Thresholds now = register.now();
    List<List<Object>> rows = new ArrayList<>();
    for (Threshold each : Threshold.values()) {
      Optional<ThresholdRegister.Setting> last = Optional.ofNullable(changed.get(each));
      rows.add(
          List.of(
              each.code(),
              each.phrase(),
              each.phrase(now.of(each)),
              each.phrase(each.usual()),
              last.map(this::who)));
    }
    return new Reply.Table(
        "gap.thresholds",
        List.of(rows.size()),
        List.of(
            "gap.threshold.code",
            "gap.threshold",
            "gap.threshold.value",
            "gap.threshold.usual",
            "gap.threshold.by"),
        rows);
  }

  private Reply show(Call call) {
    Threshold which = call.get(threshold);
    Reply.Card card =
        new Reply.Card(
            "gap.threshold.card",
            List.of(which.code(), which.phrase()),
            List.of(
                new Reply.Field("gap.threshold.value", which.phrase(register.now().of(which))),
                new Reply.Field("gap.threshold.usual", which.phrase(which.usual())),
                new Reply.Field("gap.threshold.rule", Phrase.of("gap.rule." + which.rule()))));
    return Reply.together(card, history(which));
  }

  private Reply history(Threshold which) {
    List<List<Object>> rows = new ArrayList<>();
    for (ThresholdRegister.Setting each : register.history(which))
      rows.add(List.of(each.setAt(), which.phrase(each.value()), who(each), each.reason()));
    return new Reply.Table(
        "gap.threshold.history",
        List.of(rows.size()),
        List.of("gap.when", "gap.threshold.value", "gap.threshold.by", "gap.threshold.why"),
        rows);
  }

  private Reply change(Call call) {
    Threshold which = call.get(threshold);
    int next = call.get(value);
    int before = register.now().of(which);
    register.set(which, next, call.get(reason), call.actor().known(), call.at());
    return Reply.said(
        "gap.threshold.set", which.phrase(), which.phrase(before), which.phrase(next));
  }

  private String who(ThresholdRegister.Setting setting) {
    return people.get(setting.setBy()).fullName();
  }
}
