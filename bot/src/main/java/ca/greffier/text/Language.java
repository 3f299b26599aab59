package ca.greffier.text;

import java.util.Locale;

/** The two languages Greffier speaks; French is what is spoken when nothing is known. */
public enum Language {
  FRENCH("fr", Locale.CANADA_FRENCH),
  ENGLISH("en", Locale.CANADA);

  private final String tag;
  private final Locale locale;

  Language(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /** {@code fr} or {@code en}. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return locale;
  }

  /** Any tag beginning with {@code en} is English; everything else is French. */
  public static Language of(String tag) {
    return tag.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : FRENCH;
  }
}
