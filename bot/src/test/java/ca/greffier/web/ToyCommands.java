package ca.greffier.web;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Need;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Commands of every shape, which keep what they were called with. */
final class ToyCommands {
  static final String FORGED_SUBSCRIPTION = "inconnuinconnuinconnuinconnuinco";

  final List<Call> ran = new CopyOnWriteArrayList<>();

  private final Param<Integer> meeting;
  private final Param<String> presence;
  private final Param<String> comment;
  private final Param<String> why;
  private final Param<String> deliverable = Param.required("livrable", new Deliverables());
  private final Param<String> text;
  private final Param<Integer> progress;
  private final Param<LocalDate> due;
  private final Param<LocalTime> time;
  private final Param<Money> cost;
  private final Param<String> perhaps;
  private final Param<Attachment> enclosure;

  ToyCommands(Kinds kinds) {
    Map<String, String> presences = new LinkedHashMap<>();
    for (String said : List.of("oui", "non", "procuration")) presences.put(said, said);
    meeting = Param.required("rencontre", kinds.wholeNumber(1, 9999));
    presence = Param.required("presence", kinds.choice("presence", presences));
    comment = Param.optional("commentaire", kinds.longText(500));
    why = Param.needed("raison", kinds.text(300), Need.when(presence, "non"));
    text = Param.required("texte", kinds.longText(2000));
    progress = Param.required("avancement", kinds.wholeNumber(0, 100));
    due = Param.optional("echeance", kinds.date());
    time = Param.optional("heure", kinds.time());
    cost = Param.optional("cout", kinds.money());
    perhaps = Param.optional("presence", kinds.choice("presence", presences));
    enclosure = Param.optional("piece", kinds.file(1_000_000, "txt", "png"));
  }

  List<Command> all() {
    return List.of(
        Command.of("essai repondre", Role.MEMBER, this::answer, meeting, presence, comment),
        Command.of(
            "essai point",
            Role.MEMBER,
            this::report,
            deliverable,
            text,
            progress,
            due,
            time,
            cost,
            perhaps,
            enclosure),
        Command.of("essai suivre", Role.MEMBER, this::answer, presence, why, comment)
            .presetting((_, given) -> Map.of("commentaire", "Avant " + given.size())),
        Command.of("essai casser", Role.MEMBER, this::fail, comment),
        Command.of(
            "infolettre desabonner",
            Role.ANYONE,
            this::unsubscribe,
            Param.required("abonnement", new Token())));
  }

  private Reply answer(Call call) {
    ran.add(call);
    if (call.find(comment).orElse("").equals("complet")) throw new Refusal("essai.complet");
    return Reply.said("essai.note", call.find(meeting).orElse(0), call.get(presence));
  }

  private Reply report(Call call) {
    ran.add(call);
    return Reply.together(
        Reply.said("essai.note", call.get(progress), call.get(text)),
        new Reply.Table(
            "essai.table",
            List.of(),
            List.of("essai.colonne.titre", "essai.colonne.cout"),
            List.of(
                List.of("Plan de transition <numérique>", new Money(1_234_567)),
                List.of("Guide de l’équipe", new Money(-99)))),
        new Reply.Card(
            "essai.fiche",
            List.of(),
            List.of(new Reply.Field("essai.fiche.date", LocalDate.of(2026, 3, 1)))),
        new Reply.Document(
            "carré.png", "image/png", Picture.blueSquare(), "essai.image", List.of()));
  }

  private Reply fail(Call call) {
    ran.add(call);
    throw new IllegalStateException("a bug with a secret in it");
  }

  private Reply unsubscribe(Call call) {
    if (call.given().containsValue(FORGED_SUBSCRIPTION)) throw new Refusal("essai.inconnu");
    ran.add(call);
    return Reply.said("essai.desabonne");
  }

  /** An open list of two, by their titles. */
  private record Deliverables() implements Kind<String> {
    @Override
    public String parse(String typed) {
      return typed;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return List.of(
          new Suggestion("1", "Plan de transition"), new Suggestion("2", "Guide de l’équipe"));
    }
  }

  private record Token() implements Kind<String> {
    @Override
    public String parse(String typed) {
      return typed;
    }

    @Override
    public boolean secret() {
      return true;
    }
  }
}
