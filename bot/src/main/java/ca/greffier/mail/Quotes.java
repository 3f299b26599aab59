package ca.greffier.mail;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How mail programs announce what they quote, and how signatures begin: Outlook, Gmail, Apple Mail,
 * Thunderbird, Yahoo and telephones, in French and English; the commonest forms of other languages,
 * since a program speaks the language of who installed it.
 */
final class Quotes {
  /** Who writes more lines that look like an announcement wants to keep us busy. */
  private static final int MOST_CANDIDATES = 300;

  private static final int MOST_LINES = 5;
  private static final int MOST_LETTERS = 500;
  private static final int MOST_SIGNATURE = 8;

  private static final String TIME = "\\d{1,2} ?[:h.] ?\\d{2}";
  private static final String OPENING = "(?:-+ ?)?(?:on|at|le|am|el|il|op|em|den|pa|w dniu|vao) ";

  /** "Le mar. 24 nov. 2026 à 10:05, Greffier a écrit :" */
  private static final Pattern WROTE =
      Pattern.compile(
          OPENING
              + "(?=.*(?:@|"
              + TIME
              + ")).{0,400}\\b(?:(?:wrote|writes|ecrit) ?:|(?:schrieb|escribio|ha scritto|schreef|"
              + "skrev|napisal|escreveu|da viet)\\b.{0,200}:|(?<=@.{0,200})wrote[ -]*)");

  private static final Pattern STARTS = Pattern.compile("^\\s*" + OPENING + ".*");

  private static final Pattern DATED =
      Pattern.compile(TIME + "|\\b(?:19|20)\\d{2}\\b|[<(][^<>()\\s]+@");

  /** A moment and an address, whatever stands between: "2026-11-24 10:05 Greffier <…>:" */
  private static final Pattern WHEN_AND_WHO =
      Pattern.compile(
          "(?=.*(?:"
              + TIME
              + "|\\b(?:19|20)\\d{2}\\b)).{0,300}[<(\"] ?[^<>() ]+@[^<>() ]+ ?[>)\"].{0,80}:");

  /** Gmail, long ago, without an address. */
  private static final Pattern WHEN =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d gmt[+-]\\d.*|\\d{4}/\\d+/\\d+ [^<]{1,80}<[^<> ]+@[^<>"
              + " ]+>");

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "^\\s*[-_*=]{2,}\\s*(?:(?:original|forwarded) (?:message|appointment)|reply"
              + " message|message (?:d'origine|original|transfere|de depart)|courriel"
              + " (?:d'origine|original)|courrier d'origine|ursprungliche nachricht|mensaje"
              + " original|messaggio originale)\\s*[-_*=]{2,}.*|^\\s*(?:begin forwarded"
              + " message|debut du message (?:transfere|reexpedie))\\s*:\\s*$|^_{20,}$");

  private static final Pattern FROM =
      Pattern.compile(
          "^[\\s>*]*(?:from|de|von|da|van|fran|fra|od|от|expediteur|message du)\\s*\\*?\\s*:.*");

  private static final Pattern FIELD =
      Pattern.compile(
          "^[\\s>*]*(?:from|message du|de|sent|date|to|cc|subject|reply-to|envoye(?:"
              + " le)?|a|objet|sujet|copie a|expediteur|destinataire|repondre"
              + " a|von|gesendet|an|betreff|da|inviato|oggetto|"
              + "van|verzonden|aan|onderwerp|fran|skickat|till|amne|fra|dato|til|emne|enviado|para|"
              + "asunto|assunto|od|wyslano|do|temat|от|отправлено|дата|кому|копия|тема)\\s*\\*?\\s*:.*");

  /** RFC 3676, 4.3; the blank at its end is often lost. */
  private static final Pattern DELIMITER = Pattern.compile("-- ?");

  private static final Pattern RULE = Pattern.compile("—+|_{2,19}|-{3,19}|\\*{3,}|={3,}");

  private static final Pattern MOBILE =
      Pattern.compile(
          "(?:(?:sent|gesendet) (?:from|via|von) |envoye (?:de|depuis|a partir d|avec|a l'aide"
              + " d|par )|(?:get|obtenir|obtenez|telecharge[rz]) outlook |provenance ?: courrier|de"
              + " mon (?:iphone|ipad|telephone|android)|yahoo (?:mail|courriel) ?:).{0,100}");

  /** How every announcement ends: told at once, where the whole pattern takes its time. */
  private static final Pattern END = Pattern.compile("(?::|wrote[ -]{0,9})$");

  private final List<String> folded;
  private int candidates;

  Quotes(List<String> lines) {
    folded = lines.stream().map(Quotes::folded).toList();
  }

  /** How many lines from here announce a quote; 0 when none does. */
  int headerLength(int start) {
    String line = folded.get(start);
    if (line.isBlank()) return 0;
    if (SEPARATOR.matcher(line).matches() || WHEN.matcher(line).matches()) return 1;
    return isBlock(start) ? 1 : attributionLength(start);
  }

  /** A rule of dashes may also part what the person says: it counts near the end only. */
  boolean startsSignature(int i) {
    String line = folded.get(i);
    if (DELIMITER.matcher(line).matches() || MOBILE.matcher(line).matches()) return true;
    return RULE.matcher(line).matches()
        && folded.stream().skip(i + 1L).filter(l -> !l.isBlank()).count() <= MOST_SIGNATURE;
  }

  /** "From:" and at least two more fields right there. */
  private boolean isBlock(int start) {
    if (!FIELD.matcher(folded.get(start)).matches()) return false;
    List<String> block = folded.subList(start, Math.min(folded.size(), start + MOST_LINES + 1));
    return block.stream().filter(line -> FIELD.matcher(line).matches()).count() >= 3
        && block.stream().anyMatch(line -> FROM.matcher(line).matches());
  }

  /** An announcement may be folded; what stands right above it is the person's own. */
  private int attributionLength(int start) {
    String line = folded.get(start);
    boolean isDated = DATED.matcher(line).find();
    if (!isDated && !STARTS.matcher(line).matches()) return 0;
    if (++candidates > MOST_CANDIDATES) return 0;
    int last = Math.min(folded.size(), start + MOST_LINES) - 1;
    for (int end = start; end <= last; end++) {
      if (isMatch(WROTE, start, end)) return isLaterMatch(WROTE, start, end) ? 0 : end - start + 1;
      if (isDated && isMatch(WHEN_AND_WHO, start, end)) {
        boolean isOwnAbove =
            isLaterMatch(WROTE, start, end) || isLaterMatch(WHEN_AND_WHO, start, end);
        return isOwnAbove ? 0 : end - start + 1;
      }
    }
    return 0;
  }

  private boolean isLaterMatch(Pattern pattern, int start, int end) {
    for (int later = start + 1; later <= end; later++) {
      if (isMatch(pattern, later, end)) return true;
    }
    return false;
  }

  private boolean isMatch(Pattern pattern, int start, int end) {
    String whole = String.join(" ", folded.subList(start, end + 1)).replaceAll(" +", " ").strip();
    return whole.length() <= MOST_LETTERS
        && END.matcher(whole).find()
        && pattern.matcher(whole).matches();
  }

  /** Lower case, no accents, one kind of blank and of apostrophe; a long line announces nothing. */
  private static String folded(String line) {
    if (line.length() > MOST_LETTERS) return "x";
    return Normalizer.normalize(line, Normalizer.Form.NFD)
        .replaceAll("[\\p{Mn}\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
        .replaceAll("[\\u00a0\\u202f\\t]", " ")
        .replace('’', '\'')
        .replace("ł", "l")
        .replace("đ", "d")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
