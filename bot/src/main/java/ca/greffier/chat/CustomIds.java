package ca.greffier.chat;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link Target} is written in a button or a form, so that it works for as long as the
 * message stands, whatever happened to the process meanwhile: {@code c:point donner|livrable=12} or
 * {@code a:TOKEN|reponse=oui}. Discord allows 100 characters.
 */
final class CustomIds {
  static final int MOST = 100;
  private static final String START = "c:";
  private static final String ANSWER = "a:";

  private CustomIds() {}

  /** Empty when it does not fit. */
  static Optional<String> write(Target target) {
    StringBuilder id = new StringBuilder();
    switch (target) {
      case Target.Start start -> id.append(START).append(start.command());
      case Target.Answer answer -> id.append(ANSWER).append(answer.token());
    }
    for (Map.Entry<String, String> each : target.given().entrySet())
      id.append('|').append(each.getKey()).append('=').append(escaped(each.getValue()));
    return id.length() <= MOST ? Optional.of(id.toString()) : Optional.empty();
  }

  /** Empty when it was not written here. */
  static Optional<Target> read(String id) {
    Iterator<String> parts = List.of(id.split("\\|", -1)).iterator();
    String head = parts.next();
    Map<String, String> given = new LinkedHashMap<>();
    while (parts.hasNext()) {
      String[] pair = parts.next().split("=", 2);
      if (pair.length == 2) given.put(pair[0], plain(pair[1]));
    }
    if (head.startsWith(START)) return Optional.of(new Target.Start(head.substring(2), given));
    if (head.startsWith(ANSWER)) return Optional.of(new Target.Answer(head.substring(2), given));
    return Optional.empty();
  }

  private static String escaped(String value) {
    return value.replace("%", "%25").replace("|", "%7C");
  }

  private static String plain(String value) {
    return value.replace("%7C", "|").replace("%25", "%");
  }
}
