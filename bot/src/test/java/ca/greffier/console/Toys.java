package ca.greffier.console;

import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.CommandNames;
import ca.greffier.command.Commands;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Suggestion;
import ca.greffier.house.SettableClock;
import ca.greffier.text.Messages;
import ca.greffier.text.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** A few commands of every sort, with their words in both languages. */
final class Toys {
  final Messages messages = Messages.of(ZoneId.of("America/Toronto"), words("fr"), words("en"));
  final SettableClock clock = SettableClock.at("2026-03-02T14:00:00Z");
  final Commands commands;

  Toys() {
    Kinds kinds = new Kinds(messages, clock);
    Map<String, String> places = new LinkedHashMap<>();
    places.put("ici", "ici");
    places.put("distance", "distance");
    Param<String> body = Param.required("corps", new BodyKind());
    Param<String> title = Param.required("titre", kinds.text(80));
    Param<String> note = Param.required("texte", kinds.longText(2000));
    Param<LocalDate> date = Param.optional("date", kinds.date());
    Param<String> place = Param.optional("lieu", kinds.choice("lieu", places));
    Param<Attachment> file = Param.required("fichier", kinds.file(1000, "csv"));
    Param<String> code = Param.required("code", kinds.secretCode());
    this.commands =
        new Commands(
            List.of(
                Command.of(
                    "rencontre planifier",
                    Role.SECRETARY,
                    call -> Reply.said("toy.planned", call.get(title), call.get(body)),
                    body,
                    title,
                    date,
                    place),
                Command.of("rencontre lister", Role.MEMBER, _ -> table()),
                Command.of(
                    "point donner",
                    Role.MEMBER,
                    call -> Reply.said("toy.said", call.get(body), call.get(note)),
                    body,
                    note),
                Command.of(
                    "liste importer",
                    Role.SECRETARY,
                    call -> Reply.said("toy.read", call.get(file).bytes().length),
                    file),
                Command.of("compte confirmer", Role.ANYONE, _ -> Reply.said("toy.fine"), code),
                Command.of("bilan tirer", Role.MEMBER, _ -> document()),
                Command.of(
                    "panne causer",
                    Role.MEMBER,
                    _ -> {
                      throw new IllegalStateException("toy");
                    })));
  }

  Vocabulary vocabulary() {
    return new Vocabulary(commands, new CommandNames(commands, messages));
  }

  static Reply.Table table() {
    return new Reply.Table(
        "toy.table",
        List.of(3),
        List.of("toy.code", "toy.name", "toy.amount"),
        List.of(
            List.of("GT-NUM", "Groupe de travail sur le numérique", new Money(1_234_567)),
            List.of("CD", "Comité directeur 漢字", new Money(-500)),
            List.of("GT-E\u0301te\u0301", "Été\u001b[31m rouge\u202e", Money.ZERO)));
  }

  static Reply document() {
    return Reply.together(
        Reply.said("toy.fine"),
        new Reply.Document(
            "../bilan de mars.txt",
            "text/plain",
            "bilan".getBytes(StandardCharsets.UTF_8),
            "toy.document",
            List.of()));
  }

  /** Two bodies, suggested by code or by name. */
  private static final class BodyKind implements Kind<String> {
    private static final Map<String, String> BODIES =
        Map.of("GT-NUM", "Groupe du numérique", "CD", "Comité directeur");

    @Override
    public String parse(String typed) {
      if (!BODIES.containsKey(typed)) throw new Refusal("toy.body", typed);
      return typed;
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return BODIES.entrySet().stream()
          .filter(body -> (body.getKey() + " " + body.getValue()).contains(typed))
          .map(body -> new Suggestion(body.getKey(), body.getValue()))
          .sorted(Comparator.comparing(Suggestion::value))
          .toList();
    }
  }

  private static Properties words(String tag) {
    Properties words = new Properties();
    for (String file :
        List.of("/messages_" + tag + ".properties", "/console/toys_" + tag + ".properties")) {
      try (var reader =
          new InputStreamReader(
              Objects.requireNonNull(Toys.class.getResourceAsStream(file)),
              StandardCharsets.UTF_8)) {
        words.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return words;
  }
}
