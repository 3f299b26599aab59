package ca.greffier.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Finds in a Markdown text what keeps people from reading it (WCAG 2.2, 1.1.1, 1.3.1, 2.4.4;
 * domain.md A4), or filters from letting it pass.
 */
public final class Readability {
  private static final Parser PARSER = Parser.builder().build();

  /** Link words that say nothing of where they lead, folded. */
  private static final Set<String> VAGUE =
      Set.of(
          "ici",
          "cliquez ici",
          "cliquer ici",
          "lire la suite",
          "la suite",
          "en savoir plus",
          "plus",
          "lien",
          "ce lien",
          "voir",
          "here",
          "click here",
          "read more",
          "more",
          "learn more",
          "link",
          "this link");

  private static final Pattern SHOUTED = Pattern.compile("\\p{Lu}[\\p{Lu}\\s’'-]{14,}");

  private Readability() {}

  /** What is wrong. */
  public enum Rule {
    /** Nothing stands for the picture where it is not seen. */
    PICTURE_WITHOUT_WORDS(true),
    /** It does not come along with the letter: only its words are read. */
    PICTURE_STAYS(false),
    LINK_WITHOUT_WORDS(true),
    LINK_SAYS_NOTHING(false),
    /** The address itself, which a screen reader spells. */
    LINK_IS_ADDRESS(false),
    /** The same words lead to different places. */
    LINK_WORDS_TWICE(false),
    HEADING_SKIPPED(false),
    HEADING_EMPTY(true),
    CAPITALS(false),
    EXCLAMATION(false);

    private final boolean serious;

    Rule(boolean serious) {
      this.serious = serious;
    }

    /** Whether it shuts somebody out. */
    public boolean isSerious() {
      return serious;
    }

    /** As people read it. */
    public Phrase phrase(String around) {
      return Phrase.of("readability." + name().toLowerCase(Locale.ROOT), around);
    }
  }

  /**
   * One fault.
   *
   * @param around some of the words where it stands; may be empty
   */
  public record Fault(Rule rule, String around) {
    public Phrase phrase() {
      return rule.phrase(around);
    }
  }

  /** The faults of a text, in its order. */
  public static List<Fault> faults(String markdown) {
    Reading reading = new Reading();
    PARSER.parse(markdown).accept(reading);
    return reading.faults;
  }

  private static final class Reading extends AbstractVisitor {
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private int level = 1;

    @Override
    public void visit(Image image) {
      String words = words(image).strip();
      if (words.isEmpty()) add(Rule.PICTURE_WITHOUT_WORDS, image.getDestination());
      else if (!comesAlong(image.getDestination())) add(Rule.PICTURE_STAYS, words);
    }

    private static boolean comesAlong(String destination) {
      return destination.startsWith("cid:") || Markdown.OF_REGISTER.matcher(destination).matches();
    }

    @Override
    public void visit(Link link) {
      String words = words(link).strip();
      String folded = Folded.of(words.replaceAll("[\\p{Punct}…»«]+$", "").strip());
      String before = targets.putIfAbsent(folded, link.getDestination());
      if (words.isEmpty()) add(Rule.LINK_WITHOUT_WORDS, link.getDestination());
      else if (VAGUE.contains(folded)) add(Rule.LINK_SAYS_NOTHING, words);
      else if (words.matches("(?i)(?:https?://|www\\.).*")) add(Rule.LINK_IS_ADDRESS, words);
      else if (before != null && !before.equals(link.getDestination()))
        add(Rule.LINK_WORDS_TWICE, words);
      visitChildren(link);
    }

    @Override
    public void visit(Heading heading) {
      String words = words(heading).strip();
      if (words.isEmpty()) add(Rule.HEADING_EMPTY, "");
      else if (heading.getLevel() > level + 1) add(Rule.HEADING_SKIPPED, words);
      level = heading.getLevel();
      visitChildren(heading);
    }

    @Override
    public void visit(Text text) {
      String words = text.getLiteral();
      if (SHOUTED.matcher(words).find()) add(Rule.CAPITALS, words);
      if (words.matches(".*(?:!\\s*){2,}.*")) add(Rule.EXCLAMATION, words);
    }

    private void add(Rule rule, String around) {
      faults.add(new Fault(rule, shortened(around)));
    }

    private static String shortened(String words) {
      return words.length() <= 60 ? words : words.substring(0, 59) + "…";
    }
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak lineBreak) {
            words.append(' ');
          }
        });
    return words.toString();
  }
}
