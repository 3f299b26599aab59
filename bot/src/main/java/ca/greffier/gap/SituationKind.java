package ca.greffier.gap;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.Arrays;
import java.util.List;

/** A parameter that names a situation of the catalogue: its number, or its words. */
final class SituationKind implements Kind<Situation> {
  private static final int MOST = 25;

  private final Messages messages;

  SituationKind(Messages messages) {
    this.messages = messages;
  }

  @Override
  public Situation parse(String typed) {
    String wanted = Folded.of(typed).strip();
    return Arrays.stream(Situation.values())
        .filter(
            each ->
                each.value().equals(wanted)
                    || Arrays.stream(Language.values())
                        .anyMatch(language -> words(each, language).equals(wanted)))
        .findFirst()
        .orElseThrow(() -> new Refusal("gap.situation.unknown", typed));
  }

  @Override
  public String write(Situation situation) {
    return situation.value();
  }

  @Override
  public boolean suggests() {
    return true;
  }

  @Override
  public List<Suggestion> suggest(String typed) {
    String wanted = Folded.of(typed);
    return Arrays.stream(Situation.values())
        .filter(each -> Folded.of(label(each)).contains(wanted))
        .limit(MOST)
        .map(each -> new Suggestion(each.value(), label(each)))
        .toList();
  }

  /** In both languages: whoever types has not said which is theirs. */
  private String label(Situation situation) {
    return situation.value()
        + " · "
        + messages.say(Language.FRENCH, situation.phrase())
        + " / "
        + messages.say(Language.ENGLISH, situation.phrase());
  }

  private String words(Situation situation, Language language) {
    return Folded.of(messages.say(language, situation.phrase()));
  }
}
