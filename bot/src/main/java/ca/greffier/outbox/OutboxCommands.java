package ca.greffier.outbox;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What can be asked of the outbox: to whom, when, and what the server answered. */
public final class OutboxCommands {
  private static final int MOST_ROWS = 50;

  private final OutboxDao dao;
  private final CampaignDao campaigns;
  private final Param<Filter> state;
  private final Param<Integer> parcel;

  /** Which parcels to list; an empty state is any. */
  private record Filter(String state, boolean doubtful) {}

  public OutboxCommands(Jdbi jdbi, Kinds kinds) {
    this.dao = jdbi.onDemand(OutboxDao.class);
    this.campaigns = jdbi.onDemand(CampaignDao.class);
    this.state = Param.optional("etat", kinds.choice("envois", filters()));
    this.parcel = Param.required("envoi", kinds.wholeNumber(1, 999_999_999));
  }

  public List<Command> all() {
    return List.of(
        Command.of("envois liste", Role.SECRETARY, this::list, state),
        Command.of("envois preuve", Role.SECRETARY, this::proof, parcel),
        Command.of("envois reprendre", Role.SECRETARY, this::retry, parcel));
  }

  private static Map<String, Filter> filters() {
    Map<String, Filter> filters = new LinkedHashMap<>();
    filters.put("attente", new Filter("waiting", false));
    filters.put("encours", new Filter("claimed", false));
    filters.put("parti", new Filter("sent", false));
    filters.put("refuse", new Filter("refused", false));
    filters.put("douteux", new Filter("", true));
    return filters;
  }

  private Reply list(Call call) {
    Filter filter = call.find(state).orElse(new Filter("", false));
    List<List<Object>> rows = new ArrayList<>();
    for (Proof proof : dao.proofs(filter.state(), filter.doubtful(), MOST_ROWS))
      rows.add(
          List.of(
              proof.id().value(),
              proof.addressee(),
              proof.createdAt(),
              state(proof),
              proof.answer() == null ? "—" : proof.answer()));
    return new Reply.Table(
        "outbox.list",
        List.of(rows.size()),
        List.of(
            "outbox.number", "outbox.addressee", "outbox.created", "outbox.state", "outbox.answer"),
        rows);
  }

  private Reply proof(Call call) {
    Proof proof = find(call);
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("outbox.kind", Phrase.of("outbox.kind." + proof.kind())));
    fields.add(new Reply.Field("outbox.addressee", proof.addressee()));
    fields.add(new Reply.Field("outbox.subject", proof.onceKey()));
    fields.add(new Reply.Field("outbox.created", proof.createdAt()));
    fields.add(new Reply.Field("outbox.state", state(proof)));
    if (proof.settledAt() != null) fields.add(new Reply.Field("outbox.settled", proof.settledAt()));
    fields.add(new Reply.Field("outbox.attempts", proof.attempts()));
    if (proof.answer() != null) fields.add(new Reply.Field("outbox.answer", proof.answer()));
    return new Reply.Card("outbox.proof", List.of(proof.id().value()), fields);
  }

  private Reply retry(Call call) {
    Proof proof = find(call);
    if (dao.retry(proof.id(), call.at()) == 0 && !again(proof, call.at()))
      throw new Refusal("outbox.retry.refused", proof.id().value(), state(proof));
    return Reply.said("outbox.retry.done", proof.id().value(), proof.addressee());
  }

  /** A letter of a campaign goes on in the outbox, by itself. */
  private boolean again(Proof proof, Instant at) {
    if (campaigns.retry(proof.id()) == 0) return false;
    campaigns.handOver(List.of(proof.id().value()), at);
    return true;
  }

  private Proof find(Call call) {
    int number = call.get(parcel);
    return dao.proof(new ParcelId(number)).orElseThrow(() -> new Refusal("outbox.unknown", number));
  }

  private static Phrase state(Proof proof) {
    return Phrase.of("outbox.state." + proof.state() + (proof.doubtful() ? ".doubtful" : ""));
  }
}
