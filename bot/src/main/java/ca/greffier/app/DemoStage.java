package ca.greffier.app;

import ca.greffier.command.Actor;
import ca.greffier.command.Attachment;
import ca.greffier.command.Identity;
import ca.greffier.command.Invocation;
import ca.greffier.command.Refusal;
import ca.greffier.command.Source;
import ca.greffier.console.ConsoleDoor;
import ca.greffier.console.Script;
import ca.greffier.sweep.Sweep;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.quartz.CronExpression;

/** Where the demonstration is played: its ways to act through each door, and to let time pass. */
final class DemoStage {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern NONCE = Pattern.compile("name=\"_nonce\" value=\"([^\"]+)\"");

  final Wiring house;
  final DemoMail mail;

  private final Doors doors;
  private final DemoClock clock;
  private final Shell shell;
  private final HttpClient browser = HttpClient.newHttpClient();

  DemoStage(Wiring house, Doors doors, DemoMail mail, DemoClock clock, Shell shell) {
    this.house = house;
    this.doors = doors;
    this.mail = mail;
    this.clock = clock;
    this.shell = shell;
  }

  void tell(String key, Object... arguments) {
    shell.tell(key, arguments);
  }

  /** The words of somebody on the stage, in their language or the one of the demonstration. */
  String words(String key) {
    return shell.say(key);
  }

  DemoPerson person(String address) {
    String name = house.people.byEmail(address).orElseThrow().fullName();
    return new DemoPerson(name, address, mail, clock);
  }

  /**
   * A command given at the Desk. The same scene played again after a kill gives the same id, and
   * nothing is done twice.
   */
  void act(String id, String who, String command, Map<String, String> given, Attachment... files) {
    Actor actor = house.people.identity(Identity.email(who)).orElseThrow();
    Map<String, Attachment> attached = files.length == 0 ? Map.of() : Map.of("fichier", files[0]);
    try {
      house.desk.handle(
          new Invocation("demo:" + id, actor, command, given, attached, Source.CONSOLE));
    } catch (Refusal refusal) {
      if (!refusal.key().equals("desk.already")) throw refusal;
    }
    carry();
  }

  /** A line typed at the terminal by somebody; what is answered is shown. */
  void type(String who, String line) {
    shell.out().println("    " + who.substring(0, who.indexOf('@')) + "> " + line);
    ConsoleDoor console =
        new ConsoleDoor(
            house.desk, house.commands, house.people, house.messages, house.config.data());
    PrintWriter out = new PrintWriter(shell.out(), true, StandardCharsets.UTF_8);
    console.feed(
        Identity.email(who),
        new Script(new BufferedReader(new StringReader(line)), out, out, 100, false));
    carry();
  }

  /** Opens the form of a letter in a browser, fills it and sends it. */
  void fill(MimeMessage letter, Map<String, String> fields) {
    String form = DemoPerson.form(letter);
    String page = get(form);
    Matcher nonce = NONCE.matcher(page);
    if (!nonce.find()) throw new IllegalStateException("no form at " + form);
    Map<String, String> all = new java.util.LinkedHashMap<>(fields);
    all.put("_nonce", nonce.group(1));
    post(form, all);
    carry();
  }

  /** One click of a mail program on List-Unsubscribe (RFC 8058). */
  void unsubscribe(MimeMessage letter) {
    try {
      post(DemoPerson.unsubscribe(letter), Map.of("List-Unsubscribe", "One-Click"));
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until something is true: mail takes its time, even here. */
  void await(String what, BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) throw new IllegalStateException("timed out: " + what);
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Lets time pass, hour by hour, with everything that happens by itself. */
  void until(LocalDateTime moment) {
    LocalDateTime hour = LocalDateTime.ofInstant(clock.instant(), DemoHouse.MONTREAL);
    while (hour.isBefore(moment)) {
      hour = hour.plusHours(1).withMinute(0).withSecond(0);
      if (hour.isAfter(moment)) hour = moment;
      if (hour.getHour() >= 7 && hour.getHour() <= 19) happen(hour);
    }
    happen(moment);
  }

  /** Lets time pass faster: the days before the moment have one hour, in the morning. */
  void dayByDay(LocalDateTime moment) {
    LocalDateTime day = today().plusDays(1).atTime(9, 0);
    for (; day.isBefore(moment); day = day.plusDays(1)) happen(day);
    happen(moment);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), DemoHouse.MONTREAL);
  }

  /** What the clock of a real house would have run since the hour before. */
  private void happen(LocalDateTime hour) {
    Date before = Date.from(clock.instant());
    clock.at(hour.atZone(DemoHouse.MONTREAL).toInstant());
    Date now = Date.from(clock.instant());
    for (Sweep sweep : house.sweeps) {
      Date due = cron(sweep).getNextValidTimeAfter(before);
      if (due != null && !due.after(now)) sweep.run(clock.instant());
    }
    carry();
  }

  private static CronExpression cron(Sweep sweep) {
    try {
      CronExpression cron = new CronExpression(sweep.cron());
      cron.setTimeZone(TimeZone.getTimeZone(DemoHouse.MONTREAL));
      return cron;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  void carry() {
    doors.carry();
  }

  int count(String sql, Object... values) {
    return house.store.jdbi().withHandle(h -> query(h, sql, values).mapTo(int.class).one());
  }

  List<String> list(String sql, Object... values) {
    return house.store.jdbi().withHandle(h -> query(h, sql, values).mapTo(String.class).list());
  }

  private static Query query(Handle handle, String sql, Object... values) {
    Query query = handle.createQuery(sql);
    for (int i = 0; i < values.length; i++) query.bind(i, values[i]);
    return query;
  }

  /** A file of the demonstration, from the jar. */
  static Attachment file(String name) {
    try (InputStream in = DemoStage.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) throw new IllegalStateException("missing " + name);
      return new Attachment(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).build()).body();
  }

  private void post(String address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != 200)
      throw new IllegalStateException(answer.statusCode() + " at " + address);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return browser.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
