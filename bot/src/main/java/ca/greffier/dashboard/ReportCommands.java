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
    List<List<Object>> rows = new ArrayList<>();
    for (Report.Section section : report.sections()) {
      Object heading = section.title();
      for (Phrase said : section.says()) {
        rows.add(List.of(heading, said));
        heading = "";
      }
      for (Phrase item : section.items())
        rows.add(List.of("", Phrase.of("dashboard.report.item", item)));
    }
    return new Reply.Table(
        "dashboard.report.title",
        List.of(report.day()),
        List.of("dashboard.report.heading", "dashboard.report.said"),
        rows);
  }
}
