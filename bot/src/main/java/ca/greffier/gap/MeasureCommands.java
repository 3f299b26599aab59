package ca.greffier.gap;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What can be asked of the catalogue of measures: which there are, which worked, one's own. */
public final class MeasureCommands {
  private static final int LONGEST = 200;
  private static final int HIGHEST = 999_999;

  private final Catalogue catalogue;
  private final ChosenMeasures chosen;
  private final Param<Situation> situation;
  private final Param<Situation> about;
  private final Param<String> words;
  private final Param<Integer> number;

  public MeasureCommands(Jdbi jdbi, Gaps gaps, Kinds kinds, Messages messages) {
    SituationKind situations = new SituationKind(messages);
    this.catalogue = gaps.catalogue();
    this.chosen = new ChosenMeasures(jdbi);
    this.situation = Param.optional("situation", situations);
    this.about = Param.required("situation", situations);
    this.words = Param.required("texte", kinds.text(LONGEST));
    this.number = Param.required("mesure", kinds.wholeNumber(1, HIGHEST));
  }

  public List<Command> all() {
    return List.of(
        Command.of("mesure liste", Role.SECRETARY, this::list, situation),
        Command.of("mesure ajouter", Role.SECRETARY, this::add, about, words),
        Command.of("mesure retirer", Role.SECRETARY, this::retire, number));
  }

  /** Without a situation, those that were chosen before, and those of the project. */
  private Reply list(Call call) {
    Map<String, ChosenMeasures.Record> records = new HashMap<>();
    for (ChosenMeasures.Record each : chosen.records()) records.put(each.measure(), each);
    Optional<Situation> only = call.find(situation);
    Map<String, Long> own = new HashMap<>();
    for (Catalogue.Own each : catalogue.own()) own.put(each.key(), each.id());
    List<List<Object>> rows = new ArrayList<>();
    for (Situation each : Situation.values()) {
      if (only.isPresent() && only.get() != each) continue;
      for (String key : catalogue.measures(each)) {
        ChosenMeasures.Record seen = records.get(key);
        if (only.isEmpty() && seen == null && !own.containsKey(key)) continue;
        rows.add(
            List.of(
                each.phrase(),
                catalogue.phrase(key),
                Optional.ofNullable(own.get(key)),
                seen == null ? 0 : seen.chosen(),
                seen == null ? 0 : seen.looked(),
                seen == null ? 0 : seen.worked()));
      }
    }
    if (rows.isEmpty()) return Reply.said("gap.catalogue.unused");
    return new Reply.Table(
        "gap.catalogue",
        List.of(rows.size()),
        List.of(
            "gap.situation",
            "gap.measure",
            "gap.number",
            "gap.catalogue.chosen",
            "gap.catalogue.looked",
            "gap.catalogue.worked"),
        rows);
  }

  private Reply add(Call call) {
    Situation which = call.get(about);
    Catalogue.Own added =
        catalogue.add(which, call.get(words).strip(), call.actor().known(), call.at());
    return Reply.said("gap.measure.added", added.id(), added.words(), which.phrase());
  }

  private Reply retire(Call call) {
    Catalogue.Own gone = catalogue.retire(call.get(number), call.at());
    return Reply.said("gap.measure.retired", gone.words(), gone.situation().phrase());
  }
}
