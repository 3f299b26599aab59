package ca.greffier.document;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.directory.Bodies;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Shows the documents attached to something under what its own room says of it, so that no room
 * above has to know how documents are read.
 */
public final class AttachedDocuments {
  private final Documents documents;
  private final Bodies bodies;
  private final ZoneId zone;

  public AttachedDocuments(Documents documents, Bodies bodies, ZoneId zone) {
    this.documents = documents;
    this.bodies = bodies;
    this.zone = zone;
  }

  /**
   * Changes the command of a name so that a table of documents follows its reply; none follows when
   * its reader may see none. Other commands stay as they are.
   *
   * @param param names the thing; as it is written, it is the key of what is attached
   */
  public UnaryOperator<Command> under(String name, String param, Attachable.Kind kind) {
    return command ->
        command.name().equals(name)
            ? followed(command, command.param(param).orElseThrow(), kind)
            : command;
  }

  private Command followed(Command command, Param<?> param, Attachable.Kind kind) {
    return command.doing(
        call -> followed(command.action().run(call), call, new Attachable(kind, key(call, param))));
  }

  private static <T> String key(Call call, Param<T> param) {
    return param.kind().write(call.get(param));
  }

  private Reply followed(Reply reply, Call call, Attachable what) {
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    List<List<Object>> rows = new ArrayList<>();
    for (Document each : documents.of(what, Reader.of(call.actor(), bodies, today)))
      rows.add(
          List.of(
              each.code(),
              each.title(),
              each.status().phrase(),
              Phrase.of("document.version.short", String.valueOf(each.version()))));
    if (rows.isEmpty()) return reply;
    Reply table =
        new Reply.Table(
            "document.list",
            List.of(rows.size()),
            List.of("document.code", "document.title", "document.status", "document.version"),
            rows);
    return Reply.together(reply, table);
  }
}
