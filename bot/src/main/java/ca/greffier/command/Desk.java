package ca.greffier.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where every door hands in its commands: checks the role, asks for what is missing, then runs the
 * action and writes the journal line in one transaction. The only place where roles are checked.
 */
public final class Desk {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_TEXT = 20_000;
  private static final int MOST_EXCERPT = 500;

  private final Jdbi jdbi;
  private final Commands commands;
  private final Who who;
  private final Asks asks;
  private final InstantSource clock;
  private final Runnable afterwards;
  private final JournalDao journal;

  /**
   * @param afterwards run after each transaction that was kept: wakes the outbox
   */
  public Desk(
      Jdbi jdbi, Commands commands, Who who, Asks asks, InstantSource clock, Runnable afterwards) {
    this.jdbi = jdbi;
    this.commands = commands;
    this.who = who;
    this.asks = asks;
    this.clock = clock;
    this.afterwards = afterwards;
    this.journal = jdbi.onDemand(JournalDao.class);
  }

  /** What an Ask would run, for a surface to draw its blanks. Reading it does nothing. */
  public record Opened(Ask ask, Actor actor, Command command, List<Param<?>> blanks) {}

  /**
   * What a person still has to give; empty when the command can run. No database is asked, but by a
   * parameter that is needed because of another.
   */
  public List<Param<?>> missing(Invocation what) {
    return missing(command(what), what);
  }

  /**
   * Runs a command.
   *
   * @return its reply, or the blanks to fill first
   * @throws Refusal the expected no; it is in the journal, and nothing else is kept
   */
  public Reply handle(Invocation what) {
    return handle(what, null);
  }

  /**
   * Fills the blanks of an Ask and runs its command as the person it was addressed to.
   *
   * @throws Refusal also when the token is forged, expired or used
   */
  public Reply answer(
      String token,
      String id,
      Map<String, String> blanks,
      Map<String, Attachment> files,
      Source from) {
    if (journal.has(id)) throw new Refusal("desk.already");
    Opened opened = open(token);
    Map<String, String> given = new LinkedHashMap<>(blanks);
    given.putAll(opened.ask().given());
    Invocation what =
        new Invocation(id, opened.actor(), opened.command().name(), given, files, from);
    return handle(what, opened.ask());
  }

  /**
   * @throws Refusal when the token is forged, expired or used
   */
  public Opened open(String token) {
    return opened(asks.open(token));
  }

  /**
   * Keeps a part of an answer and asks the rest: a new Ask with fewer blanks, open as long. An Ask
   * that takes one answer only stays as it is.
   *
   * @throws Refusal when a value is not one
   */
  public Opened rest(Opened opened, Map<String, String> values) {
    Map<String, String> given = new LinkedHashMap<>(opened.ask().given());
    for (Param<?> blank : opened.blanks()) {
      String typed = values.getOrDefault(blank.name(), "");
      if (blank.kind().secret() || opened.ask().once()) return opened;
      if (!typed.isBlank()) given.put(blank.name(), written(blank.kind(), typed));
    }
    if (given.equals(opened.ask().given())) return opened;
    Ask ask = opened.ask();
    return opened(asks.get(asks.put(ask.to(), ask.command(), given, ask.until())));
  }

  private Opened opened(Ask ask) {
    Actor actor = who.person(ask.to()).orElseThrow(() -> new Refusal("ask.unknown"));
    Command command = commands.named(ask.command()).orElseThrow(() -> new Refusal("ask.unknown"));
    List<Param<?>> blanks =
        command.params().stream()
            .filter(param -> !param.kind().hidden() && !ask.given().containsKey(param.name()))
            .toList();
    return new Opened(ask, actor, command, blanks);
  }

  /** Values that fit what has been typed, for those who may give the command; else none. */
  public List<Suggestion> suggest(Actor actor, String command, String param, String typed) {
    return commands
        .named(command)
        .filter(found -> actor.role().covers(found.needs()))
        .flatMap(found -> found.param(param))
        .map(found -> found.kind().suggest(typed))
        .orElse(List.of());
  }

  /** What a form may show as filled in already, for those who may give the command; else none. */
  public Map<String, String> presets(Actor actor, Command command, Map<String, String> given) {
    if (!actor.role().covers(command.needs())) return Map.of();
    try {
      return command.presets().of(actor, given);
    } catch (Refusal unknown) {
      return Map.of();
    }
  }

  private Reply handle(Invocation what, @Nullable Ask ask) {
    Command command = command(what);
    if (!what.actor().role().covers(command.needs())) {
      Refusal refusal = roleRefusal(what.actor());
      note(what, command, refusal);
      throw refusal;
    }
    List<Param<?>> missing = missing(command, what);
    if (!missing.isEmpty()) return new Reply.Blanks(command, what.given(), missing);
    try {
      Reply reply = jdbi.inTransaction(handle -> run(command, what, ask));
      afterwards.run();
      return reply;
    } catch (Refusal refusal) {
      if (!refusal.key().equals("desk.already")) note(what, command, refusal);
      throw refusal;
    }
  }

  private Reply run(Command command, Invocation what, @Nullable Ask ask) {
    checkNames(command, what);
    Instant now = clock.instant();
    if (journal.insert(
            what.id(),
            now,
            what.actor().person().orElse(null),
            what.actor().identity().toString(),
            command.name(),
            JSON.writeValueAsString(canonical(command, what)),
            what.from(),
            null)
        == 0) throw new Refusal("desk.already");
    if (ask != null && ask.once() && !asks.close(ask.id())) throw new Refusal("ask.closed", now);
    return command.action().run(new Call(what.actor(), what.given(), what.files(), now, what.id()));
  }

  private Command command(Invocation what) {
    return commands
        .named(what.command())
        .orElseThrow(() -> new Refusal("desk.unknown", what.command()));
  }

  private static Refusal roleRefusal(Actor actor) {
    return actor.person().isEmpty() ? new Refusal("desk.unlinked") : new Refusal("desk.role");
  }

  private static List<Param<?>> missing(Command command, Invocation what) {
    List<Param<?>> missing = new ArrayList<>();
    for (Param<?> param : command.params()) {
      String typed = what.given().getOrDefault(param.name(), "");
      if (typed.isBlank()
          && !what.files().containsKey(param.name())
          && param.isNeeded(what.given())) missing.add(param);
    }
    return missing;
  }

  private static void checkNames(Command command, Invocation what) {
    for (Map.Entry<String, String> typed : what.given().entrySet()) {
      if (command.param(typed.getKey()).isEmpty())
        throw new Refusal("desk.param", typed.getKey(), command.name());
      if (typed.getValue().length() > MOST_TEXT)
        throw new Refusal("desk.long", typed.getKey(), MOST_TEXT);
    }
  }

  /** The parameters as the journal keeps them: values as their kinds write them, files by name. */
  private static Map<String, String> canonical(Command command, Invocation what) {
    Map<String, String> values = new TreeMap<>();
    for (Param<?> param : command.params()) {
      String typed = what.given().get(param.name());
      Attachment file = what.files().get(param.name());
      if (file != null) values.put(param.name(), excerpt(file.name()));
      else if (typed != null && !typed.isBlank())
        values.put(param.name(), written(param.kind(), typed));
    }
    return values;
  }

  private static <T> String written(Kind<T> kind, String typed) {
    T value = kind.parse(typed);
    return kind.secret() ? "•" : kind.write(value);
  }

  private void note(Invocation what, Command command, Refusal refusal) {
    Map<String, String> typed = new TreeMap<>();
    for (Param<?> param : command.params()) {
      String value = what.given().get(param.name());
      if (value != null) typed.put(param.name(), param.kind().secret() ? "•" : excerpt(value));
    }
    journal.insert(
        what.id(),
        clock.instant(),
        what.actor().person().orElse(null),
        what.actor().identity().toString(),
        command.name(),
        JSON.writeValueAsString(typed),
        what.from(),
        refusal.key());
  }

  /** What nobody has checked, fit for a row: no control character, and not too long. */
  private static String excerpt(String unchecked) {
    String clean = Cleaned.lines(unchecked);
    return clean.substring(
        0,
        clean.offsetByCodePoints(
            0, Math.min(MOST_EXCERPT, clean.codePointCount(0, clean.length()))));
  }
}
