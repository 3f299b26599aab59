package ca.greffier.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people read, by key and language. {@code KEY.one} and {@code KEY.other} are chosen by the
 * first number among the arguments: in French 0 and 1 are singular, in English only 1.
 */
public final class Messages {
  private final Map<Language, Properties> byLanguage;
  private final ZoneId zone;

  private Messages(Map<Language, Properties> byLanguage, ZoneId zone) {
    this.byLanguage = byLanguage;
    this.zone = zone;
  }

  /**
   * @param zone in which instants are told
   */
  public static Messages load(ZoneId zone) {
    return of(zone, read(Language.FRENCH), read(Language.ENGLISH));
  }

  /** Messages that are not the house's own. */
  public static Messages of(ZoneId zone, Properties french, Properties english) {
    Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);
    byLanguage.put(Language.FRENCH, french);
    byLanguage.put(Language.ENGLISH, english);
    return new Messages(byLanguage, zone);
  }

  /**
   * The sentence of a key.
   *
   * @throws IllegalArgumentException when there is no such message
   */
  public String say(Language language, String key, Object... arguments) {
    String pattern = pattern(language, key, arguments);
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) words[i] = word(language, arguments[i]);
    String said = new MessageFormat(pattern, language.locale()).format(words);
    // "at 5:00 p.m." may end a sentence: its point is the one of the sentence too.
    return said.replace(".m..", ".m.");
  }

  public String say(Language language, Phrase phrase) {
    return say(language, phrase.key(), phrase.arguments().toArray());
  }

  /**
   * A value as people read it, without article: dates, times, instants in the zone, durations,
   * money, percentages, numbers (a year is a {@code Year}, a code is a string), yes and no,
   * phrases, lists; a dash for an empty Optional; anything else as it is.
   */
  public String word(Language language, Object value) {
    return switch (value) {
      case Phrase phrase -> say(language, phrase);
      case LocalDate date -> DateWords.date(language, date);
      case LocalTime time -> DateWords.time(language, time);
      case Instant at -> DateWords.moment(language, LocalDateTime.ofInstant(at, zone));
      case Duration duration -> DateWords.duration(duration);
      case Money money -> NumberWords.money(language, money);
      case Percent percent -> NumberWords.percent(language, percent);
      case Integer number -> NumberWords.whole(language, number);
      case Long number -> NumberWords.whole(language, number);
      case BigDecimal number -> NumberWords.decimal(language, number);
      case Double number -> NumberWords.approximate(language, number);
      case Boolean yes -> say(language, yes ? "text.yes" : "text.no");
      case Optional<?> optional -> optional.isPresent() ? word(language, optional.get()) : "—";
      case Collection<?> several ->
          several.stream().map(one -> word(language, one)).collect(Collectors.joining(", "));
      default -> String.valueOf(value);
    };
  }

  public boolean has(String key) {
    return keys(Language.FRENCH).contains(key);
  }

  public Set<String> keys(Language language) {
    return properties(language).stringPropertyNames();
  }

  public ZoneId zone() {
    return zone;
  }

  private String pattern(Language language, String key, Object[] arguments) {
    Properties properties = properties(language);
    String pattern = properties.getProperty(key);
    if (pattern != null) return pattern;
    pattern = properties.getProperty(key + (isSingular(language, arguments) ? ".one" : ".other"));
    if (pattern == null) throw new IllegalArgumentException("no message " + key);
    return pattern;
  }

  private static boolean isSingular(Language language, Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Number number) {
        double n = Math.abs(number.doubleValue());
        return language == Language.FRENCH ? n < 2 : n == 1;
      }
    }
    return true;
  }

  private Properties properties(Language language) {
    Properties properties = byLanguage.get(language);
    if (properties == null) throw new IllegalStateException("no words in " + language);
    return properties;
  }

  private static Properties read(Language language) {
    String name = "/messages_" + language.tag() + ".properties";
    try (InputStream stream = Messages.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalStateException("missing " + name);
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
