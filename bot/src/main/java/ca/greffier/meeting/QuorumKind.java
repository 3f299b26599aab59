package ca.greffier.meeting;

import ca.greffier.command.Kind;
import ca.greffier.command.Refusal;
import ca.greffier.text.Folded;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quorum as people say it: {@code majorité}, {@code 5}, {@code 40 %}, {@code 2/3}. */
final class QuorumKind implements Kind<QuorumRule> {
  private static final Pattern MAJORITY = Pattern.compile("majorite|majority|moitie plus (un|1)");
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,4})( membres?| members?)?");
  private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}) ?%");
  private static final Pattern FRACTION = Pattern.compile("([0-9]{1,2}) ?/ ?([0-9]{1,2})");
  private static final int MOST_MEMBERS = 1000;
  private static final int WHOLE = 100;

  @Override
  public QuorumRule parse(String typed) {
    String text = Folded.of(typed);
    if (MAJORITY.matcher(text).matches()) return QuorumRule.MAJORITY;
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      int members = Integer.parseInt(number.group(1));
      if (members >= 1 && members <= MOST_MEMBERS) return QuorumRule.number(members);
    }
    Matcher share = SHARE.matcher(text);
    if (share.matches()) return share(Integer.parseInt(share.group(1)), typed);
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches() && Integer.parseInt(fraction.group(2)) > 0)
      return share(rounded(fraction), typed);
    throw refusal(typed);
  }

  /** Two thirds are 67 %, so that it is never less than was meant. */
  private static int rounded(Matcher fraction) {
    int of = Integer.parseInt(fraction.group(2));
    return (Integer.parseInt(fraction.group(1)) * WHOLE + of - 1) / of;
  }

  private static QuorumRule share(int percent, String typed) {
    if (percent < 1 || percent > WHOLE) throw refusal(typed);
    return QuorumRule.share(percent);
  }

  private static Refusal refusal(String typed) {
    return new Refusal("meeting.rule.quorum", typed.strip());
  }

  @Override
  public String write(QuorumRule rule) {
    if (rule.number() != null) return String.valueOf(rule.number());
    return rule.share() != null ? rule.share() + " %" : "majorité";
  }
}
