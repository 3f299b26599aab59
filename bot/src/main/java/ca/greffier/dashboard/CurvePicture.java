package ca.greffier.dashboard;

import ca.greffier.dashboard.Svg.Anchor;
import ca.greffier.dashboard.Svg.Pen;
import ca.greffier.dashboard.Svg.Type;
import ca.greffier.text.Money;
import ca.greffier.value.Curve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The S-curve: planned, earned and spent, each with a stroke of its own, over time. */
final class CurvePicture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 380;
  private static final int LEFT = 130;
  private static final int RIGHT = 800;
  private static final int TOP = 30;
  private static final int BOTTOM = 320;
  private static final int QUARTERS = 4;
  private static final int WORDS = 815;
  private static final int APART = 18;

  private static final Pen PLANNED = new Pen(Ink.EDGE, 2, "7 4");
  private static final Pen EARNED = new Pen(Ink.GOOD, 3, "");
  private static final Pen ACTUAL = new Pen(Ink.CRITICAL, 3, "2 4");

  private final Curve curve;
  private final LocalDate day;
  private final Voice voice;
  private final Money top;

  CurvePicture(Curve curve, LocalDate day, Voice voice) {
    this.curve = curve;
    this.day = day;
    this.voice = voice;
    this.top =
        curve.points().stream()
            .map(Curve.Point::actual)
            .filter(Objects::nonNull)
            .reduce(curve.bac(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  Picture draw() {
    Svg svg = new Svg(WIDTH);
    for (int i = 0; i <= QUARTERS; i++) {
      Money amount = new Money(top.cents() * i / QUARTERS);
      svg.level(LEFT, RIGHT, y(amount), Pen.GRID);
      svg.text(voice.word(amount), LEFT - 8, y(amount) + 4, Type.SMALL.at(Anchor.END));
    }
    TimeAxis axis =
        TimeAxis.over(curve.points().stream().map(Curve.Point::day).toList(), LEFT, RIGHT);
    axis.draw(svg, TOP, BOTTOM, day, voice.say("dashboard.today"));
    draw(svg, axis, Curve.Point::planned, PLANNED);
    draw(svg, axis, Curve.Point::earned, EARNED);
    draw(svg, axis, Curve.Point::actual, ACTUAL);
    names(svg);
    return svg.picture("courbe", HEIGHT, voice.say("dashboard.curve.title"), words());
  }

  private void draw(
      Svg svg, TimeAxis axis, Function<Curve.Point, @Nullable Money> amount, Pen pen) {
    List<String> points = new ArrayList<>();
    for (Curve.Point point : curve.points()) {
      Money known = amount.apply(point);
      if (known != null) points.add(Svg.at(axis.x(point.day()), y(known)));
    }
    svg.broken(points, pen);
  }

  /** Beside the ends of the lines, kept apart from one another. */
  private void names(Svg svg) {
    Curve.Point now = now();
    double planned = y(curve.points().getLast().planned()) + 4;
    double earned = y(Objects.requireNonNullElse(now.earned(), Money.ZERO)) + 4;
    double actual = y(Objects.requireNonNullElse(now.actual(), Money.ZERO)) + 4;
    if (Math.abs(earned - actual) < APART) {
      if (earned <= actual) earned = actual - APART;
      else actual = earned - APART;
    }
    double highest = Math.min(earned, actual);
    if (planned > highest - APART && planned < highest + APART) planned = highest - APART;
    name(svg, "dashboard.curve.planned", planned, PLANNED);
    name(svg, "dashboard.curve.earned", earned, EARNED);
    name(svg, "dashboard.curve.actual", actual, ACTUAL);
  }

  private void name(Svg svg, String key, double y, Pen pen) {
    svg.level(WORDS, WORDS + 26, y - 4, pen);
    svg.text(voice.say(key), WORDS + 32, y, Type.LABEL);
  }

  private double y(Money amount) {
    return BOTTOM - (double) amount.cents() / top.cents() * (BOTTOM - TOP);
  }

  /** The last point that is known. */
  private Curve.Point now() {
    return curve.points().stream()
        .filter(point -> point.earned() != null)
        .reduce((a, b) -> b)
        .orElse(curve.points().getFirst());
  }

  private String words() {
    Curve.Point now = now();
    return voice.say(
        "dashboard.curve.what",
        day,
        now.planned(),
        Objects.requireNonNullElse(now.earned(), Money.ZERO),
        Objects.requireNonNullElse(now.actual(), Money.ZERO),
        curve.bac(),
        curve.points().getLast().day());
  }
}
