package ca.greffier.newsletter;

import ca.greffier.command.Refusal;
import ca.greffier.text.Phrase;
import ca.greffier.text.Readability;
import ca.greffier.text.Readability.Fault;
import ca.greffier.text.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is to be looked at before an issue leaves. */
final class Review {
  /** Lists of mail cut what is longer. */
  private static final int LONGEST_TITLE = 70;

  /** What is shown on either side of a fault of typography. */
  private static final int AROUND = 15;

  /** What Markdown writes and nobody reads: the mark of a picture, where a link leads. */
  private static final Pattern MARKS = Pattern.compile("!(?=\\[)|(?<=\\])\\([^)\\s]*\\)");

  private Review() {}

  static List<Phrase> remarks(Issue issue) {
    List<Phrase> remarks = new ArrayList<>();
    int length = issue.title().length();
    if (length > LONGEST_TITLE)
      remarks.add(Phrase.of("newsletter.review.title.long", length, LONGEST_TITLE));
    int weight = Weight.of(issue.contents());
    if (weight > Weight.MOST)
      remarks.add(Phrase.of("newsletter.review.heavy", weight / 1000, Weight.MOST / 1000));
    typography(issue).ifPresent(remarks::add);
    faults(issue).forEach(fault -> remarks.add(fault.phrase()));
    return remarks;
  }

  /** A remark only: an issue may be in English, or quote. */
  static Optional<Phrase> typography(Issue issue) {
    String words = MARKS.matcher(issue.title() + "\n" + issue.contents()).replaceAll("");
    List<Typography.Fault> faults = Typography.faults(words);
    if (faults.isEmpty()) return Optional.empty();
    int at = faults.getFirst().at();
    String around =
        words.substring(Math.max(0, at - AROUND), Math.min(words.length(), at + AROUND));
    return Optional.of(
        Phrase.of("newsletter.typography", faults.size(), around.replace('\n', ' ').strip()));
  }

  /**
   * @throws Refusal when something shuts somebody out
   */
  static void requireReadable(Issue issue) {
    List<Fault> serious = faults(issue).stream().filter(fault -> fault.rule().isSerious()).toList();
    if (!serious.isEmpty())
      throw new Refusal(
          "newsletter.review.serious", serious.size(), issue.name(), serious.getFirst().phrase());
  }

  private static List<Fault> faults(Issue issue) {
    List<Fault> faults = new ArrayList<>(Readability.faults(issue.title()));
    faults.addAll(Readability.faults(issue.contents()));
    return faults;
  }
}
