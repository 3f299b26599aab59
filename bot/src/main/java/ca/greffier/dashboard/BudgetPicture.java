package ca.greffier.dashboard;

import ca.greffier.budget.BudgetLine;
import ca.greffier.dashboard.Svg.Anchor;
import ca.greffier.dashboard.Svg.Box;
import ca.greffier.dashboard.Svg.Pen;
import ca.greffier.dashboard.Svg.Type;
import ca.greffier.gap.Thresholds;
import ca.greffier.text.Money;
import ca.greffier.text.Percent;
import java.util.List;

/** Each line of the budget as shares of what is authorized: spent, signed, still to sign. */
final class BudgetPicture {
  private static final int WIDTH = 960;
  private static final int LEFT = 330;
  private static final int RIGHT = 760;
  private static final int WORDS = 785;
  private static final int TOP = 30;
  private static final int ROW = 30;
  private static final int BAR = 14;
  private static final int FOOT = 40;
  private static final int LABEL = 38;
  private static final double WHOLE = 100;

  /** Farther than that the bar is cut; the words give the true share. */
  private static final double WIDEST = 150;

  private final List<BudgetLine> lines;
  private final Thresholds limits;
  private final Voice voice;

  BudgetPicture(List<BudgetLine> lines, Thresholds limits, Voice voice) {
    this.lines = lines;
    this.limits = limits;
    this.voice = voice;
  }

  Picture draw() {
    int bottom = TOP + ROW * lines.size();
    Svg svg = new Svg(WIDTH);
    for (int share = 0; share <= WIDEST; share += 50) {
      svg.upright(x(share), TOP, bottom, Pen.GRID);
      svg.text(percent(share), x(share), TOP - 6, Type.SMALL.at(Anchor.MIDDLE));
    }
    double y = TOP;
    for (BudgetLine line : lines) {
      y += ROW;
      row(svg, line, y - ROW / 3.0);
    }
    svg.upright(x(WHOLE), TOP, bottom, Pen.TODAY);
    legend(svg, bottom + FOOT - 10);
    return svg.picture("budget", bottom + FOOT, voice.say("dashboard.budget.title"), words());
  }

  private void row(Svg svg, BudgetLine line, double y) {
    double top = y - BAR + 2;
    svg.text(Voice.cut(line.code() + "  " + line.title(), LABEL), 12, y, Type.LABEL);
    double spent = x(share(line, line.spent()));
    double committed = x(share(line, line.committed()));
    double end = x(share(line, line.forecast()));
    svg.box(new Box(LEFT, top, spent - LEFT, BAR), Ink.ACCENT);
    svg.box(new Box(spent, top, Math.max(0, committed - spent), BAR), Ink.EDGE);
    svg.frame(
        new Box(committed, top, Math.max(0, end - committed), BAR), new Pen(Ink.EDGE, 2, "4 3"));
    Standing standing = RegisterRules.of(line, limits);
    svg.mark(standing, WORDS, y - 5, 6);
    svg.text(words(line), WORDS + 14, y, Type.LABEL);
  }

  private void legend(Svg svg, double y) {
    double top = y - BAR + 2;
    svg.box(new Box(LEFT, top, BAR, BAR), Ink.ACCENT);
    svg.text(voice.say("dashboard.budget.spent"), LEFT + 20, y, Type.SMALL);
    svg.box(new Box(LEFT + 110, top, BAR, BAR), Ink.EDGE);
    svg.text(voice.say("dashboard.budget.committed"), LEFT + 130, y, Type.SMALL);
    svg.frame(new Box(LEFT + 300, top, BAR, BAR), new Pen(Ink.EDGE, 2, "4 3"));
    svg.text(voice.say("dashboard.budget.tocommit"), LEFT + 320, y, Type.SMALL);
  }

  private static double x(double share) {
    return LEFT + Math.clamp(share, 0, WIDEST) / WIDEST * (RIGHT - LEFT);
  }

  /** Of what is authorized, in percent; where nothing is, anything at all is too much. */
  private static double share(BudgetLine line, Money amount) {
    if (line.authorized().cents() > 0) return WHOLE * amount.cents() / line.authorized().cents();
    return amount.cents() > 0 ? WIDEST : 0;
  }

  private String percent(double share) {
    return voice.word(new Percent(share));
  }

  private String words(BudgetLine line) {
    if (line.authorized().cents() == 0) return voice.say("dashboard.budget.unauthorized");
    return voice.say(
        "dashboard.budget.share", new Percent(Math.rint(share(line, line.forecast()))));
  }

  private String words() {
    StringBuilder words = new StringBuilder(voice.say("dashboard.budget.what", lines.size()));
    for (BudgetLine line : lines)
      words
          .append(' ')
          .append(
              voice.say(
                  "dashboard.budget.line",
                  line.code() + " " + line.title(),
                  line.forecast(),
                  line.authorized(),
                  line.spent()));
    return words.toString();
  }
}
