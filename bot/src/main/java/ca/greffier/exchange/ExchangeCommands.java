package ca.greffier.exchange;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.plan.Dependencies;
import ca.greffier.plan.Plan;
import ca.greffier.table.TableFormat;
import ca.greffier.table.TableImport;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plan as it comes in from the files of others, and goes out to them. */
public final class ExchangeCommands {
  private static final int MOST_BYTES = 10 << 20;
  private static final int LONGEST_SOURCE = 60;
  private static final String[] READ = {
    "csv", "xlsx", "xml", "mpp", "mpx", "xer", "pmxml", "planner", "gan"
  };

  private final Parts in;
  private final PlanImport tables;
  private final ScheduleImport schedules;
  private final PlanExport exports;

  private final Param<Attachment> file;
  private final Param<Boolean> trial;
  private final Param<Boolean> partial;
  private final Param<Body> body;
  private final Param<String> source;
  private final Param<Boolean> milestones;
  private final Param<Written> format;

  /** What the commands need. */
  public record Parts(
      Plan plan, Dependencies dependencies, Bodies bodies, People people, Origins origins) {}

  /** How the plan goes out. */
  private enum Written {
    CSV,
    XLSX,
    MSPDI
  }

  public ExchangeCommands(Parts parts, Kinds kinds) {
    this.in = parts;
    this.tables =
        new PlanImport(parts.plan(), parts.dependencies(), parts.bodies(), parts.people(), kinds);
    this.schedules = new ScheduleImport(parts.plan(), parts.dependencies(), parts.origins(), kinds);
    this.exports = new PlanExport(parts.plan(), parts.bodies(), parts.people());
    DirectoryKinds directory = new DirectoryKinds(parts.people(), parts.bodies());
    this.file = Param.required("fichier", kinds.file(MOST_BYTES, READ));
    this.trial = Param.optional("essai", kinds.yesNo());
    this.partial = Param.optional("partiel", kinds.yesNo());
    this.body = Param.optional("corps", directory.body());
    this.source = Param.optional("source", kinds.text(LONGEST_SOURCE));
    this.milestones = Param.optional("jalons", kinds.yesNo());
    this.format = Param.optional("format", written(kinds));
  }

  private static Kind<Written> written(Kinds kinds) {
    Map<String, Written> names = new LinkedHashMap<>();
    names.put("csv", Written.CSV);
    names.put("xlsx", Written.XLSX);
    names.put("mspdi", Written.MSPDI);
    return kinds.choice("calendrier", names);
  }

  public List<Command> all() {
    return List.of(
        Command.of(
            "livrable importer",
            Role.SECRETARY,
            this::bringIn,
            file,
            trial,
            partial,
            body,
            source,
            milestones),
        Command.of("livrable exporter", Role.SECRETARY, this::giveOut, format));
  }

  private Reply bringIn(Call call) {
    Attachment given = call.get(file);
    TableImport.Run how =
        TableImport.Run.of(call.find(trial).orElse(false), call.find(partial).orElse(false));
    LocalDate today = in.plan().today(call.at());
    if (ScheduleFormat.isTable(given.bytes()) && PlanImport.isFor(given))
      return tables.deliverables(given, call.actor().known(), call.at()).run(how);
    Body answering = call.find(body).orElse(null);
    String own = answering == null ? ScheduleExport.CODE : answering.code();
    return schedules.run(
        ScheduleFile.read(given, today),
        new ScheduleImport.Target(
            answering, call.find(source).orElse(own), call.find(milestones).orElse(false)),
        how,
        new ScheduleImport.Bringing(call.actor().known(), call.at()));
  }

  private Reply giveOut(Call call) {
    LocalDate today = in.plan().today(call.at());
    return switch (call.find(format).orElse(Written.CSV)) {
      case CSV -> exports.table(today, TableFormat.CSV);
      case XLSX -> exports.table(today, TableFormat.XLSX);
      case MSPDI ->
          ScheduleExport.of(
              new ScheduleExport.Parts(in.plan(), in.dependencies(), in.bodies(), in.people()),
              today);
    };
  }
}
