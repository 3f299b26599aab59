package ca.greffier.progress;

import ca.greffier.text.Courtesies;
import ca.greffier.text.Folded;
import java.util.regex.Pattern;

/** Words that say no more than that nothing has changed. */
final class Unchanged {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:rien (?:de |n'a )?(?:change|neuf|nouveau|a signaler)|rien n'a (?:change|bouge)"
              + "|inchangee?s?|(?:pas|aucun) (?:de )?changements?|idem|meme chose|toujours pareil"
              + "|nothing (?:has |is )?(?:changed|new)|no changes?|unchanged"
              + "|same as (?:before|last time))"
              + "(?: (?:depuis|de mon cote|pour nous|since|on my side|for us)\\b[^.!?]{0,40})?");

  private static final Pattern ENDS = Pattern.compile("[\\s.!]+$");

  private Unchanged() {}

  static boolean isSaid(String words) {
    String own = ENDS.matcher(Folded.of(Courtesies.without(words))).replaceAll("");
    return WORDS.matcher(own).matches();
  }
}
