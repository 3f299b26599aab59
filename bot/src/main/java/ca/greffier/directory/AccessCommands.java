package ca.greffier.directory;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import java.util.List;
import java.util.Optional;

/** Who is signed in to the web pages: each person sees and ends their own sessions. */
public final class AccessCommands {
  private final Sessions sessions;
  private final Param<Integer> session;
  private final Param<Person> person;

  public AccessCommands(Sessions sessions, DirectoryKinds directory, Kinds kinds) {
    this.sessions = sessions;
    this.session = Param.optional("session", kinds.wholeNumber(1, 999_999));
    this.person = Param.required("personne", directory.person());
  }

  public List<Command> all() {
    return List.of(
        Command.of("acces liste", Role.MEMBER, call -> list(call.actor().known())),
        Command.of("acces revoquer", Role.MEMBER, this::endOwn, session),
        Command.of("acces voir", Role.SECRETARY, call -> list(call.get(person).id()), person),
        Command.of("acces couper", Role.SECRETARY, this::endOthers, person));
  }

  private Reply list(PersonId whose) {
    List<List<Object>> rows =
        sessions.of(whose).stream()
            .map(
                each ->
                    List.<Object>of(
                        each.number(), each.openedAt(), each.seenAt(), each.expiresAt()))
            .toList();
    return new Reply.Table(
        "directory.sessions",
        List.of(rows.size()),
        List.of(
            "directory.session.number",
            "directory.session.opened",
            "directory.session.seen",
            "directory.session.expires"),
        rows);
  }

  private Reply endOwn(Call call) {
    PersonId own = call.actor().known();
    Optional<Integer> number = call.find(session);
    if (number.isEmpty()) return Reply.said("directory.sessions.ended", sessions.endAll(own));
    if (!sessions.end(own, number.get()))
      throw new Refusal("directory.session.unknown", number.get());
    return Reply.said("directory.session.ended", number.get());
  }

  private Reply endOthers(Call call) {
    Person other = call.get(person);
    return Reply.said("directory.sessions.cut", sessions.endAll(other.id()), other.fullName());
  }
}
