package ca.greffier.meeting;

import ca.greffier.text.Folded;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer to an invitation in a person's own words, in French or English. Each turn of phrase
 * that is recognised is taken out of the text before the next is looked for, so that "pas de
 * problème" is not a no. Two that disagree, or none, are no answer: asking again is better than
 * guessing.
 */
final class PresenceWords {
  private record Turn(Presence meaning, Pattern words) {}

  /** The order matters: idioms first, then doubt, then negations, then the plain yes. */
  private static final List<Turn> TURNS =
      List.of(
          turn(
              Presence.YES,
              "(pas|aucun) (de )?(probleme|souci)|sans faute|no (problem|worries)|why not|pourquoi"
                  + " pas"),
          turn(
              Presence.MAYBE,
              "peut-etre|pas (encore )?(certaine?|sure?)|incertaine?|ne sais pas( encore)?"
                  + "|provisoire(ment)?|a confirmer|si possible|maybe|perhaps|not sure( yet)?"
                  + "|don't know( yet)?|tentative(ly)?"),
          turn(
              Presence.NO,
              "(ne |n')?(y )?\\p{L}+ (pas|malheureusement pas)( (y"
                  + " )?(etre|assister|participer|venir))?( (la|presente?|disponible|des votres))?"
                  + "|non|absente?|indisponible|impossible|decline[ds]?|no|nope|(will|can|could|am|'m)"
                  + " ?not( be)?( able to)?( (there|attend(ing)?|come|join|make"
                  + " it|available|present))?|(can't|won't|not|unable to)( be)?("
                  + " (there|attend(ing)?|come|join|make it|available|present))?|unavailable"),
          turn(
              Presence.YES,
              "oui|presente?|j'y serai|serai( bien)? (la|presente?|des votres)|(j'y|je|nous)"
                  + " (viens|viendrai|vais|participerai|assisterai)|d'accord|avec"
                  + " plaisir|certainement|bien sur|accepte(d|s)?|c'est"
                  + " note|yes|yep|yeah|ok|sure|count me in|(i'll|i will) (be"
                  + " there|attend|come|join)|attending"));

  private static final Pattern QUALIFIED = Pattern.compile("\\b(ne|pas|not|n't)\\b");

  private PresenceWords() {}

  static Optional<Presence> read(String typed) {
    String left = Folded.of(typed);
    Set<Presence> meanings = EnumSet.noneOf(Presence.class);
    for (Turn turn : TURNS) {
      Matcher matcher = turn.words().matcher(left);
      if (!matcher.find()) continue;
      meanings.add(turn.meaning());
      left = matcher.replaceAll(" ");
    }
    if (meanings.size() != 1 || QUALIFIED.matcher(left).find()) return Optional.empty();
    return Optional.of(meanings.iterator().next());
  }

  private static Turn turn(Presence meaning, String words) {
    return new Turn(meaning, Pattern.compile("(?<![\\p{L}'-])(?:" + words + ")(?![\\p{L}-])"));
  }
}
