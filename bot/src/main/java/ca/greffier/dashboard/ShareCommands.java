package ca.greffier.dashboard;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.People;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets others than the people of the project see its board, until a day. */
public final class ShareCommands {
  private static final int LONGEST_NAME = 80;
  private static final int HIGHEST = 999_999;

  private final Shares shares;
  private final People people;
  private final Param<String> name;
  private final Param<LocalDate> until;
  private final Param<Integer> share;

  public ShareCommands(Shares shares, People people, Kinds kinds) {
    this.shares = shares;
    this.people = people;
    this.name = Param.required("pour", kinds.text(LONGEST_NAME));
    this.until = Param.required("jusqua", kinds.date());
    this.share = Param.required("partage", kinds.wholeNumber(1, HIGHEST));
  }

  public List<Command> all() {
    return List.of(
        Command.of("tableau partager", Role.SECRETARY, this::give, name, until),
        Command.of("tableau partages", Role.SECRETARY, this::list),
        Command.of("tableau revoquer", Role.SECRETARY, this::revoke, share));
  }

  private Reply give(Call call) {
    LocalDate end = call.get(until);
    String address = shares.share(call.get(name).strip(), end, call.actor().known(), call.at());
    return Reply.said("dashboard.share.given", call.get(name).strip(), end, address);
  }

  private Reply list(Call call) {
    List<List<Object>> rows = new ArrayList<>();
    for (Shares.Share each : shares.open(call.at()))
      rows.add(
          List.of(
              each.id(),
              each.name(),
              each.until(),
              people.get(each.createdBy()).fullName(),
              each.seen(),
              Optional.ofNullable(each.seenAt()),
              shares.address(each.id())));
    if (rows.isEmpty()) return Reply.said("dashboard.share.none");
    return new Reply.Table(
        "dashboard.shares",
        List.of(rows.size()),
        List.of(
            "dashboard.share.number",
            "dashboard.share.for",
            "dashboard.share.until",
            "dashboard.share.by",
            "dashboard.share.seen",
            "dashboard.share.last",
            "dashboard.share.address"),
        rows);
  }

  private Reply revoke(Call call) {
    Shares.Share gone = shares.revoke(call.get(share), call.at());
    return Reply.said("dashboard.share.revoked", gone.id(), gone.name());
  }
}
