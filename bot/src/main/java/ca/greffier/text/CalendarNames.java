package ca.greffier.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of months and days, our own so that they do not depend on the JVM's locale files. */
final class CalendarNames {
  private static final List<String> FRENCH_MONTHS =
      List.of(
          "janvier",
          "février",
          "mars",
          "avril",
          "mai",
          "juin",
          "juillet",
          "août",
          "septembre",
          "octobre",
          "novembre",
          "décembre");
  private static final List<String> ENGLISH_MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> FRENCH_DAYS =
      List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
  private static final List<String> ENGLISH_DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  /** As people shorten them, folded, in the order of the months. */
  private static final List<List<String>> SHORT_MONTHS =
      List.of(
          List.of("janv", "jan"),
          List.of("fevr", "fev", "feb"),
          List.of("mar"),
          List.of("avr", "apr"),
          List.of(),
          List.of("jun"),
          List.of("juil", "jul"),
          List.of("aug"),
          List.of("sept", "sep"),
          List.of("oct"),
          List.of("nov"),
          List.of("dec"));

  private static final List<List<String>> SHORT_DAYS =
      List.of(
          List.of("lun", "mon"),
          List.of("mar", "tue"),
          List.of("mer", "wed"),
          List.of("jeu", "thu"),
          List.of("ven", "fri"),
          List.of("sam", "sat"),
          List.of("dim", "sun"));

  private static final Map<String, Integer> MONTHS =
      typed(FRENCH_MONTHS, ENGLISH_MONTHS, SHORT_MONTHS);
  private static final Map<String, Integer> DAYS = typed(FRENCH_DAYS, ENGLISH_DAYS, SHORT_DAYS);

  private CalendarNames() {}

  static String month(Language language, Month month) {
    return (language == Language.FRENCH ? FRENCH_MONTHS : ENGLISH_MONTHS).get(month.ordinal());
  }

  static String day(Language language, DayOfWeek day) {
    return (language == Language.FRENCH ? FRENCH_DAYS : ENGLISH_DAYS).get(day.ordinal());
  }

  /** The month of a folded name, whole or shortened, in either language. */
  static Optional<Month> month(String folded) {
    return Optional.ofNullable(MONTHS.get(folded)).map(Month::of);
  }

  /** The day of a folded name, whole or shortened, in either language. */
  static Optional<DayOfWeek> day(String folded) {
    return Optional.ofNullable(DAYS.get(folded)).map(DayOfWeek::of);
  }

  private static Map<String, Integer> typed(
      List<String> french, List<String> english, List<List<String>> shortened) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < french.size(); i++) {
      numbers.put(Folded.of(french.get(i)), i + 1);
      numbers.put(Folded.of(english.get(i)), i + 1);
      for (String name : shortened.get(i)) numbers.put(name, i + 1);
    }
    return numbers;
  }
}
