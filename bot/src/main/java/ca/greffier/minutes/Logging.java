package ca.greffier.minutes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Goes through the lines of a chat as MeetBot does, and keeps what is noted. */
final class Logging {
  private static final Pattern TAGGED = Pattern.compile("#(\\p{L}+)(?:\\s+(.*))?");

  /** A line that begins with an address is a link, tag or not. */
  private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp|irc|mailto|ssh):\\S+.*");

  private final List<String> topics = new ArrayList<>();
  private final List<String> actions = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();
  private final Deque<List<String>> noted = new ArrayDeque<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> named = new LinkedHashSet<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final Set<String> chairs = new HashSet<>();
  private String chair = "";
  private String start = "";
  private String end = "";

  private Logging() {}

  /** From the line that opens the meeting to the one that closes it; else the whole log. */
  static LoggedMeeting of(List<ChatLine> log) {
    Logging logging = new Logging();
    int first = 0;
    while (first < log.size() && logging.tag(log.get(first)) != MeetingTag.START) first++;
    boolean isOpened = first < log.size();
    if (isOpened) logging.open(log.get(first));
    else logging.start = log.getFirst().at();
    for (ChatLine line : log.subList(isOpened ? first : 0, log.size())) {
      logging.count(line);
      logging.end = line.at().isEmpty() ? logging.end : line.at();
      if (!logging.keepOn(line)) break;
    }
    return logging.meeting();
  }

  private void open(ChatLine line) {
    chair = line.who();
    start = line.at();
    chairs.add(folded(line.who()));
  }

  private void count(ChatLine line) {
    if (!line.who().isEmpty()) lines.merge(line.who(), 1, Integer::sum);
  }

  /** Whether the meeting goes on. */
  private boolean keepOn(ChatLine line) {
    MeetingTag tag = tag(line);
    String words = words(line);
    if (tag == null) {
      if (ADDRESS.matcher(line.said()).matches()) note(links, line.said());
      return true;
    }
    boolean isChair = chairs.isEmpty() || chairs.contains(folded(line.who()));
    switch (tag) {
      case TOPIC -> noteAs(isChair, topics, words);
      case DECISION -> noteAs(isChair, decisions, words);
      case REJECTED, NAME, START -> {}
      case ACTION -> note(actions, words);
      case LINK -> note(links, words);
      case INFO, IDEA, HELP -> note(rest, words);
      case HERE -> {
        if (!words.isEmpty()) aliases.put(words, line.who());
      }
      case NICK -> Collections.addAll(named, names(words));
      case CHAIR -> {
        if (isChair) for (String name : names(words)) chair(name);
      }
      case UNCHAIR -> {
        if (isChair) for (String name : names(words)) chairs.remove(folded(name));
      }
      case UNDO -> {
        if (isChair) undo();
      }
      case END -> {
        return !isChair;
      }
    }
    return true;
  }

  private void chair(String name) {
    chairs.add(folded(name));
    named.add(name);
  }

  private void noteAs(boolean isChair, List<String> where, String words) {
    if (isChair) note(where, words);
  }

  private void note(List<String> where, String words) {
    if (words.isEmpty()) return;
    where.add(words);
    noted.push(where);
  }

  private void undo() {
    List<String> last = noted.poll();
    if (last != null) last.removeLast();
  }

  private LoggedMeeting meeting() {
    Set<String> people = new LinkedHashSet<>(lines.keySet());
    people.addAll(named);
    return new LoggedMeeting(
        chair,
        start,
        end,
        List.copyOf(topics),
        actions.stream().map(text -> new LoggedMeeting.Action(text, owners(text, people))).toList(),
        List.copyOf(decisions),
        List.copyOf(links),
        Collections.unmodifiableMap(lines));
  }

  private List<String> owners(String text, Set<String> people) {
    String folded = folded(text);
    Set<String> owners = new LinkedHashSet<>();
    people.stream().filter(name -> isNamed(name, folded)).forEach(owners::add);
    aliases.forEach(
        (alias, name) -> {
          if (isNamed(alias, folded)) owners.add(name);
        });
    return List.copyOf(owners);
  }

  /** As a whole word, whatever the case. */
  private static boolean isNamed(String name, String folded) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(folded(name)) + "(?![\\w-])")
        .matcher(folded)
        .find();
  }

  private @Nullable MeetingTag tag(ChatLine line) {
    return tagged(line).flatMap(found -> MeetingTag.of(found.group(1))).orElse(null);
  }

  private static String words(ChatLine line) {
    return tagged(line)
        .map(found -> found.group(2) == null ? "" : found.group(2).strip())
        .orElse("");
  }

  private static Optional<Matcher> tagged(ChatLine line) {
    Matcher matcher = TAGGED.matcher(line.said().strip());
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private static String[] names(String words) {
    String given = words.strip();
    return given.isEmpty() ? new String[0] : given.split("[\\s,]+");
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
