package ca.greffier.dashboard;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The board where people talk: how the project stands in words, and its pictures. */
public final class BoardCommands {
  private static final List<String> PICTURES = List.of("echeancier", "courbe", "budget", "risques");

  private final Boards boards;
  private final Messages messages;
  private final Param<LocalDate> asOf;
  private final Param<String> picture;

  public BoardCommands(Boards boards, Messages messages, Kinds kinds) {
    this.boards = boards;
    this.messages = messages;
    this.asOf = Param.optional("au", kinds.date());
    Map<String, String> names = new LinkedHashMap<>();
    for (String each : PICTURES) names.put(each, each);
    this.picture = Param.optional("image", kinds.choice("image", names));
  }

  public List<Command> all() {
    return List.of(Command.of("tableau voir", Role.MEMBER, this::show, asOf, picture));
  }

  private Reply show(Call call) {
    LocalDate today = boards.today();
    LocalDate day = call.find(asOf).orElse(today);
    if (day.isAfter(today)) throw new Refusal("dashboard.future", day);
    Board board = boards.on(day, Sight.of(call.actor().role()));
    Voice voice = new Voice(messages, call.actor().language());
    Optional<String> only = call.find(picture);
    List<Reply> parts = new ArrayList<>();
    if (only.isEmpty()) parts.add(standing(board));
    for (Panel panel : Panels.of(board, voice)) {
      if (only.isEmpty() ? PICTURES.contains(panel.id()) : only.get().equals(panel.id()))
        parts.addAll(shown(panel, only.isPresent()));
    }
    if (parts.isEmpty()) throw new Refusal("dashboard.picture.closed");
    return new Reply.Together(parts);
  }

  private static Reply standing(Board board) {
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("dashboard.overall", board.overall().phrase()));
    for (Status status : board.statuses())
      fields.add(new Reply.Field(status.dimension().phrase().key(), said(status)));
    return new Reply.Card("dashboard.card", List.of(board.day()), fields);
  }

  private static Phrase said(Status status) {
    Phrase said = Phrase.of("dashboard.standing.said", status.standing().phrase());
    for (Phrase reason : status.reasons()) said = Phrase.of("dashboard.sentences", said, reason);
    return said;
  }

  /** The picture; where there is none, or it cannot be drawn, what there is to say. */
  private static List<Reply> shown(Panel panel, boolean asked) {
    Picture picture = panel.picture();
    if (picture == null)
      return asked
          ? panel.says().stream()
              .<Reply>map(each -> new Reply.Said(each.key(), each.arguments()))
              .toList()
          : List.of();
    return List.of(
        Bitmap.of(picture)
            .<Reply>map(
                png ->
                    new Reply.Document(
                        picture.name() + ".png",
                        "image/png",
                        png,
                        "dashboard.picture",
                        List.of(picture.title(), picture.description())))
            .orElseGet(
                () -> Reply.said("dashboard.picture", picture.title(), picture.description())));
  }
}
