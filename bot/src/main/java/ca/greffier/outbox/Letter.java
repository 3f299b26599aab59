package ca.greffier.outbox;

import ca.greffier.command.AskId;
import ca.greffier.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one address. Its words are the template {@code mail-templates/LANGUAGE/TEMPLATE.md};
 * what changes by recipient and is secret (the Ask's token) is derived when it is carried.
 *
 * @param data what the template needs: text, numbers, ISO dates and instants, cents, lists and maps
 * @param ask fills {@code {{ form }}} with the form's address, and Reply-To with the Ask's token
 * @param unsubscribe the thing a one-click unsubscribe ends ({@code abonnement:17}); newsletters
 *     only
 */
public record Letter(
    LetterClass letterClass,
    String address,
    String name,
    Language language,
    String template,
    Map<String, Object> data,
    @Nullable AskId ask,
    @Nullable CalendarPart calendar,
    List<Enclosure> enclosures,
    @Nullable String unsubscribe)
    implements Outgoing {

  public static Letter of(
      LetterClass letterClass,
      String address,
      String name,
      Language language,
      String template,
      Map<String, Object> data) {
    return new Letter(
        letterClass, address, name, language, template, data, null, null, List.of(), null);
  }

  /** The same with more for its template to say. */
  public Letter saying(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(data);
    all.putAll(more);
    return new Letter(
        letterClass,
        address,
        name,
        language,
        template,
        all,
        ask,
        calendar,
        enclosures,
        unsubscribe);
  }

  public Letter asking(AskId question) {
    return new Letter(
        letterClass,
        address,
        name,
        language,
        template,
        data,
        question,
        calendar,
        enclosures,
        unsubscribe);
  }

  public Letter with(CalendarPart part) {
    return new Letter(
        letterClass, address, name, language, template, data, ask, part, enclosures, unsubscribe);
  }

  public Letter enclosing(Enclosure... files) {
    return new Letter(
        letterClass,
        address,
        name,
        language,
        template,
        data,
        ask,
        calendar,
        List.of(files),
        unsubscribe);
  }

  public Letter unsubscribing(String thing) {
    return new Letter(
        letterClass, address, name, language, template, data, ask, calendar, enclosures, thing);
  }
}
