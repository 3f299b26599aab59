package ca.greffier.calendar;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a calendar (RFC 5545, section 3.1).
 *
 * @param name in upper case
 * @param parameters by name in upper case; the values without their quotation marks
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

  /** Empty when it is none: no name, or no colon outside quotation marks. */
  static Optional<ContentLine> of(String line) {
    int colon = next(line, 0, ':');
    int name = nameLength(line);
    if (colon < 0 || name == 0 || (name != colon && line.charAt(name) != ';'))
      return Optional.empty();
    Map<String, String> parameters = new LinkedHashMap<>();
    int start = name + 1;
    while (start <= colon) {
      int semicolon = next(line, start, ';');
      int end = semicolon < 0 || semicolon > colon ? colon : semicolon;
      put(parameters, line.substring(start, end));
      start = end + 1;
    }
    return Optional.of(
        new ContentLine(
            line.substring(0, name).toUpperCase(Locale.ROOT),
            parameters,
            line.substring(colon + 1).strip()));
  }

  String parameter(String wanted) {
    return parameters.getOrDefault(wanted, "");
  }

  /** The parameters have no other: {@code CN="Roy; Jeanne"} is one. */
  private static int next(String line, int from, char wanted) {
    boolean isQuoted = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') isQuoted = !isQuoted;
      else if (c == wanted && !isQuoted) return i;
    }
    return -1;
  }

  private static int nameLength(String line) {
    int length = 0;
    while (length < line.length() && isNamePart(line.charAt(length))) length++;
    return length;
  }

  private static boolean isNamePart(char c) {
    return c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private static void put(Map<String, String> parameters, String parameter) {
    int equals = parameter.indexOf('=');
    if (equals < 1) return;
    parameters.putIfAbsent(
        parameter.substring(0, equals).strip().toUpperCase(Locale.ROOT),
        parameter.substring(equals + 1).replace("\"", "").strip());
  }
}
