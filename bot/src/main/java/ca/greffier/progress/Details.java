package ca.greffier.progress;

import ca.greffier.plan.Deliverable;
import ca.greffier.plan.Plan;
import ca.greffier.text.Percent;
import ca.greffier.text.Phrase;
import java.util.ArrayList;
import java.util.List;

/** What an answer gives besides its words, as it is told everywhere. */
final class Details {
  private final Plan plan;

  Details(Plan plan) {
    this.plan = plan;
  }

  List<Phrase> of(Answer answer) {
    List<Phrase> details = new ArrayList<>();
    if (answer.repeats() != null)
      details.add(Phrase.of("progress.detail.unchanged", answer.repeats()));
    if (answer.deliverable() != null) {
      Deliverable about = plan.get(answer.deliverable());
      details.add(Phrase.of("progress.detail.about", about.code(), about.title()));
    }
    if (answer.state() != null) details.add(answer.state().phrase());
    if (answer.percent() != null)
      details.add(Phrase.of("progress.detail.percent", new Percent(answer.percent())));
    if (answer.forecast() != null)
      details.add(Phrase.of("progress.detail.date", answer.forecast()));
    if (answer.spent() != null) details.add(Phrase.of("progress.detail.spent", answer.spent()));
    if (answer.blocker() != null)
      details.add(Phrase.of("progress.detail.blocker", answer.blocker()));
    return details;
  }
}
