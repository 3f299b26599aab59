package ca.greffier.minutes;

import ca.greffier.text.Folded;
import ca.greffier.text.Language;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of an action begin with its verb, so that a list of actions reads as a list of things
 * to do (domain.md M14). French has infinitives to tell by; in English only what is surely no verb
 * is caught.
 */
final class ActionText {
  private static final Pattern INFINITIVE =
      Pattern.compile("(?:ne pas |se |s'|y |en )*\\p{L}+(?:er|ir|re|oir)\\b.*");
  private static final Set<String> NO_ENGLISH_VERB =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "we", "he", "she", "it", "they", "i",
          "you", "our", "his", "her", "their", "all", "every", "to");
  private static final Set<String> NO_FRENCH_VERB =
      Set.of("dossier", "cahier", "calendrier", "courrier", "papier", "notre", "votre", "autre");

  private ActionText() {}

  static boolean beginsWithVerb(String text, Language language) {
    String folded = Folded.of(text);
    String first = folded.split("[^\\p{L}]", 2)[0];
    if (INFINITIVE.matcher(folded).matches() && !NO_FRENCH_VERB.contains(first)) return true;
    return language == Language.ENGLISH && !first.isEmpty() && !NO_ENGLISH_VERB.contains(first);
  }
}
