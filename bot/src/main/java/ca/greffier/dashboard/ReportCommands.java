package ca.greffier.dashboard;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.text.Phrase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The report, whenever it is asked for. */
public final class ReportCommands {
  private final Reports reports;
  private final ZoneId zone;

  public ReportCommands(Reports reports, ZoneId zone) {
    this.reports = reports;
    this.zone = zone;
  }

  public List<Command> all() {
    return List.of(Command.of("rapport voir", Role.SECRETARY, this::show));
  }

  private Reply show(Call call) {
    Report report = reports.on(LocalDate.ofInstant(call.at(), zone));
    List<Reply.Field> fields = new ArrayList<>();
    for (Report.Section section : report.sections())
      fields.add(new Reply.Field(section.title().key(), said(section)));
    return new Reply.Card("dashboard.report.title", List.of(report.day()), fields);
  }

  /** The sentences one after the other, then each thing on a line of its own. */
  private static Phrase said(Report.Section section) {
    Phrase said = section.says().getFirst();
    for (Phrase each : section.says().subList(1, section.says().size()))
      said = Phrase.of("dashboard.sentences", said, each);
    for (Phrase each : section.items()) said = Phrase.of("dashboard.report.item", said, each);
    return said;
  }
}
