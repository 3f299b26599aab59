package ca.greffier.mail;

import ca.greffier.mail.Reading.Action;
import ca.greffier.mail.Reading.Bounce;
import ca.greffier.mail.Reading.Delivery;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server says in words of its own that a letter did not arrive: there are as many forms as
 * programs. An address is named only when it stands where servers put the recipient; when in doubt
 * there is none, because to blame the wrong person would cut them off.
 */
final class ServerWords {
  private static final int MOST_LINES = 200;
  private static final int MOST_LINE = 500;
  private static final int MOST_ADDRESSES = 20;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){0,8}");

  private static final Pattern HEAD =
      ServerPhrases.any("[\"'>)\\]]*(?:\\s*:.*|\\s+on .*|\\s*\\.\\.\\..*|\\s+[\\[(].*)");

  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern HEADER = Pattern.compile("(?m)^\\s*[A-Z][A-Za-z-]{1,40}:\\s");

  private final MimeMessage mail;
  private final String own;
  private final List<String> lines;
  private final String after;

  private ServerWords(MimeMessage mail, String words, String own) {
    this.mail = mail;
    this.own = own;
    List<String> all =
        words
            .lines()
            .limit(MOST_LINES)
            .map(line -> line.length() > MOST_LINE ? line.substring(0, MOST_LINE) : line)
            .toList();
    int end = 0;
    while (end < all.size() && !ServerPhrases.RETURNED.matcher(all.get(end)).matches()) end++;
    this.lines = all.subList(0, end);
    this.after = String.join("\n", all.subList(end, all.size()));
  }

  /** Empty when it is not a server that speaks, or of something else. */
  static Optional<Reading> bounce(MimeMessage mail, Piece root) throws MessagingException {
    boolean isServer =
        mail.getHeader("X-Failed-Recipients") != null
            || Automatic.isMatch(mail, "From", ServerPhrases.SENDER);
    boolean isFailure = Automatic.isMatch(mail, "Subject", ServerPhrases.SUBJECT);
    if (!isServer && !isFailure) return Optional.empty();
    String own = String.join(" ", headers(mail, "To"), headers(mail, "Delivered-To"));
    ServerWords said = new ServerWords(mail, root.words(), own.toLowerCase(Locale.ROOT));
    if (!isServer && !said.isTrouble()) return Optional.empty();
    InternetHeaders returned = said.returned(root);
    List<Delivery> named = said.recipients(returned);
    if (named.isEmpty() && !(isFailure && isServer)) return Optional.empty();
    return Optional.of(new Bounce(named, DeliveryReport.id(returned)));
  }

  private List<Delivery> recipients(InternetHeaders returned) throws MessagingException {
    Map<String, Integer> found = new LinkedHashMap<>();
    for (String address : addresses(headers(mail, "X-Failed-Recipients")))
      found.put(address, place(address));
    if (found.isEmpty()) standing(found);
    if (found.isEmpty()) named(found);
    if (found.isEmpty() && (isTrouble() || !after.isEmpty())) {
      List<String> to = addresses(DeliveryReport.value(returned, "To"));
      if (to.size() == 1 && DeliveryReport.value(returned, "Cc").isEmpty())
        found.put(to.getFirst(), 0);
    }
    List<Delivery> all = new ArrayList<>();
    found.forEach((address, line) -> all.add(delivery(address, line, found)));
    return List.copyOf(all);
  }

  /** Addresses that stand alone on a line, or begin one that goes on about them. */
  private void standing(Map<String, Integer> found) {
    for (int i = 0; i < lines.size(); i++) {
      List<String> here = others(lines.get(i));
      if (here.isEmpty()) continue;
      if ((isAlone(here, lines.get(i)) && !isContact(i)) || isHead(here.getFirst(), lines.get(i)))
        put(found, here, i);
    }
    if (found.isEmpty()) ourselves(found);
  }

  /** Who writes to themselves gets their own letter back. */
  private void ourselves(Map<String, Integer> found) {
    for (int i = 0; i < lines.size(); i++) {
      List<String> here = addresses(lines.get(i));
      if (here.size() == 1
          && lines.get(i).strip().endsWith(":")
          && isHead(here.getFirst(), lines.get(i))) put(found, here, i);
    }
  }

  private static boolean isAlone(List<String> here, String line) {
    String rest = line;
    for (String address : here) rest = rest.replace(address, "");
    return LETTER_OR_DIGIT
        .matcher(rest.replaceAll("(?i)mailto:", ""))
        .results()
        .findAny()
        .isEmpty();
  }

  private static boolean isHead(String address, String line) {
    String start = line.strip().replaceFirst("^[-*>•\\s\"'<(\\[]+", "");
    return start.startsWith(address) && HEAD.matcher(start.substring(address.length())).matches();
  }

  /** "send mail to the address" stands on the line above. */
  private boolean isContact(int i) {
    for (int above = i - 1; above >= 0; above--) {
      String line = lines.get(above).strip();
      if (line.isEmpty()) continue;
      return ServerPhrases.SOMEBODY_ELSE.matcher(line).find()
          && !ServerPhrases.FAILURE.matcher(line).find()
          && !ServerPhrases.ABOUT_RECIPIENTS.matcher(line).find();
    }
    return false;
  }

  /** Addresses named as the recipient in a sentence of failure. */
  private void named(Map<String, Integer> found) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      for (String address : others(line)) {
        String before = line.substring(0, line.indexOf(address));
        if (ServerPhrases.RECIPIENT_COMMAND.matcher(before).matches())
          put(found, List.of(address), i);
        else if (ServerPhrases.SOMEBODY_ELSE.matcher(line.replace(address, "")).find()) continue;
        else if (ServerPhrases.FAILURE.matcher(line.replace(address, " ")).find()
            || ServerPhrases.NAMED.matcher(before).matches()) put(found, List.of(address), i);
      }
    }
  }

  private static void put(Map<String, Integer> found, List<String> addresses, int line) {
    for (String address : addresses) {
      if (found.keySet().stream().noneMatch(address::equalsIgnoreCase)) found.put(address, line);
    }
  }

  /** All but the one to whom the server writes: its letter came back. */
  private List<String> others(String line) {
    return addresses(line).stream()
        .filter(address -> !own.contains(address.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private boolean isTrouble() {
    return lines.stream().anyMatch(line -> ServerPhrases.FAILURE.matcher(line).find())
        || ServerPhrases.DELAY.matcher(String.join("\n", lines)).find();
  }

  private int place(String address) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(address)) return i;
    }
    return 0;
  }

  /** What is said of one recipient stands between its address and the next. */
  private Delivery delivery(String address, int line, Map<String, Integer> found) {
    int end =
        found.values().stream()
            .filter(other -> other > line)
            .min(Integer::compare)
            .orElse(lines.size());
    int start = found.size() == 1 ? 0 : line;
    String said = String.join("\n", lines.subList(Math.min(start, end), end));
    String status = status(said);
    String all = String.join("\n", lines);
    boolean isDelayed =
        ServerPhrases.DELAY.matcher(all).find() && !ServerPhrases.END.matcher(all).find();
    return new Delivery(
        address,
        address,
        isDelayed ? Action.DELAYED : Action.FAILED,
        status,
        !isDelayed && DeliveryReport.isPermanent(status, said));
  }

  private static String status(String said) {
    Matcher matcher = DeliveryReport.STATUS.matcher(said);
    return matcher.find() ? matcher.group() : "";
  }

  /** The headers of the letter that came back: a part, or the rest of the words. */
  private InternetHeaders returned(Piece root) {
    InternetHeaders part = DeliveryReport.returned(root);
    if (part.getAllHeaders().hasMoreElements() || after.isEmpty()) return part;
    int first = firstHeader();
    return first < 0 ? part : DeliveryReport.headers(after.substring(first));
  }

  private int firstHeader() {
    Matcher matcher = HEADER.matcher(after);
    return matcher.find() ? matcher.start() : -1;
  }

  private static List<String> addresses(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .limit(MOST_ADDRESSES)
        .map(found -> found.group())
        .toList();
  }

  private static String headers(MimeMessage mail, String name) throws MessagingException {
    String value = mail.getHeader(name, ", ");
    return value == null ? "" : value.substring(0, Math.min(value.length(), 100_000));
  }
}
