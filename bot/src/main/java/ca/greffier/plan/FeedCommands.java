package ca.greffier.plan;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import java.util.List;

/** Gives somebody the address of the plan for their calendar program. */
public final class FeedCommands {
  private final PlanFeed feed;
  private final Param<Boolean> renewed;

  public FeedCommands(PlanFeed feed, Kinds kinds) {
    this.feed = feed;
    this.renewed = Param.optional("nouveau", kinds.yesNo());
  }

  public List<Command> all() {
    return List.of(Command.of("livrable calendrier", Role.MEMBER, this::tell, renewed));
  }

  private Reply tell(Call call) {
    PersonId person = call.actor().known();
    boolean isNew = call.find(renewed).orElse(false);
    return Reply.said(
        isNew ? "plan.feed.renewed" : "plan.feed.address",
        isNew ? feed.renew(person) : feed.address(person));
  }
}
