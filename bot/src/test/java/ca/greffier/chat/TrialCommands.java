package ca.greffier.chat;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands that answer in every way a command can. */
final class TrialCommands {
  private final Param<String> word;
  private final Param<String> deliverable = Param.required("livrable", new Deliverables());
  private final Param<String> state;
  private final Param<Integer> progress;
  private final Param<String> comment;
  private final Param<String> reason;
  private final Param<Attachment> piece;
  private final Param<String> stamp = Param.optional("horodatage", new Stamp());
  private final Param<Integer> count;
  private final Kinds kinds;

  TrialCommands(Kinds kinds) {
    this.kinds = kinds;
    Map<String, String> states = new LinkedHashMap<>();
    for (String each : List.of("cours", "fini", "bloque")) states.put(each, each);
    word = Param.required("mot", kinds.text(100));
    state = Param.required("etat", kinds.choice("etat", states));
    progress = Param.optional("avancement", kinds.wholeNumber(0, 100));
    comment = Param.optional("commentaire", kinds.longText(3000));
    reason = Param.needed("raison", kinds.text(100), Need.when(state, "bloque"));
    piece = Param.optional("piece", kinds.file(1 << 20, "txt"));
    count = Param.required("nombre", kinds.wholeNumber(0, 100_000));
  }

  List<Command> all() {
    return List.of(
        Command.of(
            "bonjour", Role.ANYONE, call -> Reply.said("essai.inconnu", call.actor().name())),
        Command.of("essai dire", Role.MEMBER, this::say, word),
        Command.of("essai annoncer", Role.MEMBER, this::say, word).forAll(),
        Command.of(
            "essai point",
            Role.MEMBER,
            this::point,
            deliverable,
            state,
            progress,
            stamp,
            comment,
            piece),
        Command.of("essai suivi", Role.MEMBER, this::follow, state, reason, comment)
            .presetting(
                (_, _) -> Map.of("etat", "cours", "commentaire", "Comme la dernière fois.")),
        Command.of("essai casser", Role.MEMBER, TrialCommands::fail),
        Command.of("essai lister", Role.MEMBER, this::list, count),
        Command.of("essai raconter", Role.MEMBER, this::tell, count),
        Command.of("essai joindre", Role.MEMBER, this::attach),
        Command.of("essai gerer", Role.SECRETARY, this::say, word),
        Command.of("essai six", Role.MEMBER, this::six, six()));
  }

  private Param<?>[] six() {
    return List.of("a", "b", "c", "d", "e", "f").stream()
        .map(name -> Param.required(name, kinds.text(10)))
        .toArray(Param<?>[]::new);
  }

  private Reply say(Call call) {
    if (call.get(word).equals("gros")) throw new Refusal("essai.trop", call.get(word));
    return Reply.said("essai.dit", call.get(word));
  }

  private Reply follow(Call call) {
    return Reply.said(
        "essai.dit", call.get(state) + " " + call.find(reason).orElse(call.find(comment).get()));
  }

  private Reply point(Call call) {
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("param.etat.label", call.get(state)));
    fields.add(new Reply.Field("essai.quand", call.at()));
    call.find(progress).ifPresent(p -> fields.add(new Reply.Field("param.avancement.label", p)));
    call.find(comment).ifPresent(c -> fields.add(new Reply.Field("param.commentaire.label", c)));
    call.find(piece)
        .ifPresent(p -> fields.add(new Reply.Field("param.piece.label", text(p) + " " + p.name())));
    return new Reply.Card("essai.point", List.of(call.get(deliverable)), fields);
  }

  private static String text(Attachment file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  private static Reply fail(Call call) {
    throw new IllegalStateException("a bug, on purpose");
  }

  private Reply list(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 1; i <= call.get(count); i++) rows.add(List.of("Livrable *" + i + "*", i));
    List<String> heads = List.of("param.livrable.label", "param.avancement.label");
    return new Reply.Table("essai.liste", List.of(rows.size()), heads, rows);
  }

  private Reply tell(Call call) {
    List<Reply> parts = new ArrayList<>();
    for (int i = 0; i < call.get(count); i++)
      parts.add(Reply.said("essai.dit", i + " " + "x".repeat(500)));
    return new Reply.Together(parts);
  }

  private Reply attach(Call call) {
    byte[] bytes = "bonjour".getBytes(StandardCharsets.UTF_8);
    return new Reply.Document("mot.txt", "text/plain", bytes, "essai.image", List.of(bytes.length));
  }

  private Reply six(Call call) {
    return Reply.said("essai.dit", "six");
  }

  /** What no person fills: it has no words, and is drawn nowhere. */
  private static final class Stamp implements Kind<String> {
    @Override
    public String parse(String typed) {
      return typed;
    }

    @Override
    public boolean hidden() {
      return true;
    }
  }

  /** An open list that completes itself. */
  private static final class Deliverables implements Kind<String> {
    private static final List<String> KNOWN = List.of("Portail", "Infolettre", "Guide *bêta*");

    @Override
    public String parse(String typed) {
      if (!KNOWN.contains(typed)) throw new Refusal("essai.trop", typed);
      return typed;
    }

    @Override
    public boolean suggests() {
      return true;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
      return KNOWN.stream()
          .filter(each -> each.startsWith(typed))
          .map(each -> new Suggestion(each, "Livrable " + each))
          .toList();
    }
  }
}
