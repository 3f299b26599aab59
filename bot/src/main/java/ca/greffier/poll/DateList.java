package ca.greffier.poll;

import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several dates with their hours: {@code 2026-03-20 13 h 30; vendredi prochain 9 h}. */
final class DateList implements Kind<List<LocalDateTime>> {
  private static final int FEWEST = 2;
  private static final int MOST = 12;
  private static final Pattern SEPARATOR = Pattern.compile("[;\\n]+");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(.+?)[ ,]+(?:à |a |at )?(\\d{1,2} ?(?:h|:|heures?)(?: ?\\d{2})?|midi|noon)",
          Pattern.CASE_INSENSITIVE);

  private final Kind<LocalDate> date;
  private final Kind<LocalTime> time;

  DateList(Kinds kinds) {
    this.date = kinds.date();
    this.time = kinds.time();
  }

  @Override
  public List<LocalDateTime> parse(String typed) {
    List<LocalDateTime> all = new ArrayList<>();
    for (String part : SEPARATOR.split(typed)) {
      if (part.isBlank()) continue;
      Matcher moment = MOMENT.matcher(part.strip());
      if (!moment.matches()) throw new Refusal("poll.dates.moment", part.strip());
      LocalDateTime at = date.parse(moment.group(1)).atTime(time.parse(moment.group(2)));
      if (!all.contains(at)) all.add(at);
    }
    if (all.size() < FEWEST || all.size() > MOST)
      throw new Refusal("poll.dates", all.size(), FEWEST, MOST);
    return all.stream().sorted().toList();
  }

  @Override
  public String write(List<LocalDateTime> dates) {
    return dates.stream()
        .map(each -> each.toLocalDate() + " " + each.toLocalTime())
        .collect(Collectors.joining("; "));
  }

  @Override
  public Shape shape() {
    return Shape.LONG_TEXT;
  }
}
