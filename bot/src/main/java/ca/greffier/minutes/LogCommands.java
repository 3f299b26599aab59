package ca.greffier.minutes;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.meeting.Meeting;
import java.time.LocalDate;

/** A group brings its history with it. */
final class LogCommands {
  private static final int MOST_BYTES = 2_000_000;

  private final LogImport imports;
  private final Param<Body> body;
  private final Param<Attachment> log;
  private final Param<LocalDate> day;
  private final Param<String> title;

  LogCommands(LogImport imports, Param<Body> body, Kinds kinds) {
    this.imports = imports;
    this.body = body;
    this.log = Param.required("fichier", kinds.file(MOST_BYTES, "txt", "log", "html", "json"));
    this.day = Param.optional("date", kinds.date());
    this.title = Param.optional("titre", kinds.text(120));
  }

  Command command() {
    return Command.of("pv importer", Role.SECRETARY, this::bring, body, log, day, title);
  }

  private Reply bring(Call call) {
    Body whose = call.get(body);
    LoggedMeeting said = ChatLog.read(call.get(log));
    LogImport.Bringing who =
        new LogImport.Bringing(call.actor().known(), call.actor().language(), call.at());
    Meeting brought =
        imports.bring(said, whose, call.find(title).orElse(whose.name()), call.find(day), who);
    return Reply.said(
        "log.brought",
        brought.number(),
        brought.startsAt(),
        said.topics().size(),
        said.decisions().size(),
        said.actions().size());
  }
}
