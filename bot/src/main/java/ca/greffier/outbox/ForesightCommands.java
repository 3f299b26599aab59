package ca.greffier.outbox;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.outbox.Foresight.Foreseen;
import ca.greffier.outbox.Foresight.Outlook;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.text.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What Greffier will send by itself, and why it sent what it did. */
public final class ForesightCommands {
  private static final int MOST_DAYS = 60;
  private static final int MOST_TICKS = 5000;
  private static final int MOST_ROWS = 100;
  private static final int MOST_RECEIVED = 15;

  private final Foresight foresight;
  private final Reasons reasons;
  private final OutboxDao dao;
  private final Param<Integer> days;
  private final Param<Integer> parcel;

  public ForesightCommands(Jdbi jdbi, Foresight foresight, Reasons reasons, Kinds kinds) {
    this.foresight = foresight;
    this.reasons = reasons;
    this.dao = jdbi.onDemand(OutboxDao.class);
    this.days = Param.optional("horizon", kinds.days(MOST_DAYS));
    this.parcel = Param.optional("envoi", kinds.wholeNumber(1, 999_999_999));
  }

  public List<Command> all() {
    return List.of(
        Command.of("prevoir", Role.SECRETARY, this::foresee, days),
        Command.of("pourquoi", Role.MEMBER, this::why, parcel));
  }

  private Reply foresee(Call call) {
    Duration ahead = Duration.ofDays(call.find(days).orElse(30));
    Outlook outlook = foresight.look(call.at(), call.at().plus(ahead), MOST_TICKS);
    List<List<Object>> rows = new ArrayList<>();
    for (Foreseen each : outlook.parcels().stream().limit(MOST_ROWS).toList())
      rows.add(
          List.of(
              each.at(),
              reasons.addressee(each.addressee()),
              Phrase.of("outbox.kind." + each.kind()),
              reasons.what(each.onceKey())));
    int all = outlook.parcels().size();
    if (all == 0) return Reply.said("outbox.foresee.none", outlook.until());
    Reply.Table table =
        new Reply.Table(
            "outbox.foresee",
            List.of(all, outlook.until()),
            List.of("outbox.when", "outbox.addressee", "outbox.kind", "outbox.what"),
            rows);
    Reply note = Reply.said("outbox.foresee.note");
    return all > MOST_ROWS
        ? Reply.together(table, Reply.said("outbox.foresee.more", all - MOST_ROWS), note)
        : Reply.together(table, note);
  }

  private Reply why(Call call) {
    List<Proof> received = dao.received(reasons.addresses(call.actor()), MOST_RECEIVED);
    Optional<Integer> number = call.find(parcel);
    if (number.isPresent()) return because(find(number.get(), call, received));
    if (received.isEmpty()) return Reply.said("outbox.received.none");
    List<List<Object>> rows = new ArrayList<>();
    for (Proof proof : received)
      rows.add(List.of(proof.id().value(), proof.createdAt(), reasons.what(proof.onceKey())));
    return new Reply.Table(
        "outbox.received",
        List.of(rows.size()),
        List.of("outbox.number", "outbox.created", "outbox.what"),
        rows);
  }

  /** One's own messages; whoever runs the project may ask about any. */
  private Proof find(int number, Call call, List<Proof> received) {
    Optional<Proof> own = received.stream().filter(each -> each.id().value() == number).findFirst();
    if (own.isPresent()) return own.get();
    return dao.proof(new ParcelId(number))
        .filter(
            proof ->
                call.actor().role().covers(Role.SECRETARY)
                    || reasons.addresses(call.actor()).contains(proof.addressee()))
        .orElseThrow(() -> new Refusal("outbox.received.unknown", number));
  }

  private Reply because(Proof proof) {
    return new Reply.Card(
        "outbox.because",
        List.of(proof.id().value()),
        List.of(
            new Reply.Field("outbox.what", reasons.what(proof.onceKey())),
            new Reply.Field("outbox.addressee", reasons.addressee(proof.addressee())),
            new Reply.Field("outbox.created", proof.createdAt()),
            new Reply.Field("outbox.why", reasons.why(proof.onceKey())),
            new Reply.Field("outbox.less", reasons.less(proof.onceKey()))));
  }
}
