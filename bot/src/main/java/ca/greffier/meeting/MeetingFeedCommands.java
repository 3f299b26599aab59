package ca.greffier.meeting;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import java.util.List;
import java.util.Optional;

/** Gives somebody the address of their meetings for their calendar program. */
public final class MeetingFeedCommands {
  private final MeetingFeed feed;
  private final Param<Body> body;
  private final Param<Boolean> renewed;

  public MeetingFeedCommands(MeetingFeed feed, DirectoryKinds directoryKinds, Kinds kinds) {
    this.feed = feed;
    this.body = Param.optional("corps", directoryKinds.body());
    this.renewed = Param.optional("nouveau", kinds.yesNo());
  }

  public List<Command> all() {
    return List.of(Command.of("rencontre calendrier", Role.MEMBER, this::tell, body, renewed));
  }

  private Reply tell(Call call) {
    PersonId person = call.actor().known();
    Optional<Body> one = call.find(body);
    one.filter(each -> !feed.mayRead(each, call.actor()))
        .ifPresent(
            each -> {
              throw new Refusal("meeting.feed.stranger", each.code());
            });
    boolean isNew = call.find(renewed).orElse(false);
    if (isNew) feed.renew(person);
    String address =
        one.map(each -> feed.address(each, person)).orElseGet(() -> feed.address(person));
    return Reply.said(isNew ? "meeting.feed.renewed" : "meeting.feed.address", address);
  }
}
