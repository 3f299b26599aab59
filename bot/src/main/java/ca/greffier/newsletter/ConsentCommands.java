package ca.greffier.newsletter;

import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Reply.Field;
import ca.greffier.command.Role;
import ca.greffier.paper.PaperFormat;
import ca.greffier.table.Table;
import ca.greffier.table.TableFormat;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Coming to a list by oneself, and what proves that somebody may be written to. */
public final class ConsentCommands {
  /** Consents that end within so many days are shown: time enough to ask for an express one. */
  private static final int SOON = 60;

  private static final int LISTED = 200;

  private static final List<String> HEADS =
      List.of(
          "courriel",
          "prenom",
          "nom",
          "langue",
          "organisation",
          "region",
          "categorie",
          "fuseau",
          "base",
          "date",
          "fin",
          "echeance",
          "preuve",
          "desabonnement");

  private final Subscribing subscribing;
  private final NewsletterDao lists;
  private final SubscriptionDao subscriptions;
  private final ZoneId zone;
  private final ConsentPaper papers;
  private final Param<PaperFormat> paper;
  private final Param<TableFormat> table;
  private final Param<String> list;
  private final Param<String> address;
  private final Param<String> givenName;
  private final Param<String> familyName;
  private final Param<Language> language;
  private final Param<Boolean> consents;
  private final Param<String> request;

  public ConsentCommands(
      Jdbi jdbi,
      Subscribing subscribing,
      Kinds kinds,
      NewsletterKinds newsletters,
      Messages messages) {
    this.subscribing = subscribing;
    this.papers = new ConsentPaper(messages);
    this.lists = jdbi.onDemand(NewsletterDao.class);
    this.subscriptions = jdbi.onDemand(SubscriptionDao.class);
    this.zone = messages.zone();
    this.paper = Param.optional("format", PaperFormat.kind(kinds));
    this.table = Param.optional("format", TableFormat.kind(kinds));
    this.list = Param.required("liste", newsletters.list());
    this.address = Param.required("courriel", kinds.emailAddress());
    this.givenName = Param.optional("prenom", kinds.text(80));
    this.familyName = Param.optional("nom", kinds.text(80));
    this.language = Param.optional("langue", NewsletterKinds.language(kinds));
    this.consents = Param.required("consentement", kinds.yesNo());
    this.request = Param.required("inscription", NewsletterKinds.request());
  }

  public List<Command> all() {
    return List.of(
        Command.of(
            "infolettre abonner",
            Role.ANYONE,
            this::subscribe,
            list,
            address,
            consents,
            givenName,
            familyName,
            language),
        Command.of("infolettre confirmer", Role.ANYONE, this::confirm, request),
        Command.of("infolettre preuve", Role.SECRETARY, this::prove, address, paper),
        Command.of("infolettre exporter", Role.SECRETARY, this::export, list, table),
        Command.of("infolettre echeances", Role.SECRETARY, this::ending));
  }

  /** The same answer whoever asks: it tells nothing of who is on the list. */
  private Reply subscribe(Call call) {
    Newsletter wanted =
        lists
            .byCode(call.get(list))
            .orElseThrow(() -> new Refusal("newsletter.list.unknown", call.get(list)));
    if (!call.get(consents)) throw new Refusal("newsletter.request.consent");
    subscribing.ask(
        wanted,
        new Subscribing.Wish(
            call.get(address).toLowerCase(Locale.ROOT),
            call.find(givenName).orElse(""),
            call.find(familyName).orElse(""),
            call.find(language).orElse(call.actor().language())),
        call.at());
    return Reply.said("newsletter.request.sent", Subscribing.LIFE.toDays(), wanted.title());
  }

  private Reply confirm(Call call) {
    Newsletter joined = subscribing.confirm(call.get(request), call.id(), call.at());
    return Reply.said("newsletter.request.done", joined.title());
  }

  /** All that proves, for one address, that it could be written to, and that it was heeded. */
  private Reply prove(Call call) {
    String one = call.get(address).toLowerCase(Locale.ROOT);
    List<SubscriptionDao.Proven> all = subscriptions.proofs(one);
    if (all.isEmpty()) throw new Refusal("newsletter.proof.none", one);
    Map<String, Object> held = subscriptions.held(one).facts();
    Optional<PaperFormat> format = call.find(paper);
    if (format.isPresent())
      return format
          .get()
          .reply(
              papers.of(one, held, all, call.actor().language(), call.at()),
              "consentements-" + LocalDate.ofInstant(call.at(), zone),
              "newsletter.proof.reply",
              one);
    List<Reply> cards = new ArrayList<>();
    List<Field> kept = new ArrayList<>();
    held.forEach((label, value) -> kept.add(new Field(label, value)));
    cards.add(new Reply.Card("newsletter.held", List.of(one), kept));
    for (SubscriptionDao.Proven each : all) {
      List<Field> fields = new ArrayList<>();
      fields.add(new Field("newsletter.field.basis", basis(each.basis())));
      fields.add(new Field("newsletter.field.given", each.givenOn()));
      fields.add(
          new Field("newsletter.field.expires", each.expiresOn() == null ? "—" : each.expiresOn()));
      fields.add(new Field("newsletter.field.evidence", each.evidence()));
      if (each.unsubscribedAt() != null)
        fields.add(new Field("newsletter.field.withdrawal", each.unsubscribedAt()));
      cards.add(new Reply.Card("newsletter.proof", List.of(one, each.title()), fields));
    }
    return Reply.together(cards.toArray(Reply[]::new));
  }

  /** A list with its consents, which its import reads back. */
  private Reply export(Call call) {
    Newsletter which =
        lists
            .byCode(call.get(list))
            .orElseThrow(() -> new Refusal("newsletter.list.unknown", call.get(list)));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (SubscriptionDao.Kept each : subscriptions.kept(which.id())) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(each.address());
      row.add(each.givenName());
      row.add(each.familyName());
      row.add(each.language().tag());
      row.add(each.organisation());
      row.add(each.region());
      row.add(each.category());
      row.add(each.zone() == null ? null : each.zone().getId());
      row.add(each.basis().word());
      row.add(each.givenOn());
      row.add(each.basis().end(each.expiresOn()));
      row.add(each.expiresOn());
      row.add(each.evidence());
      Instant left = each.unsubscribedAt();
      row.add(left == null ? null : LocalDate.ofInstant(left, zone));
      rows.add(row);
    }
    return new Table(HEADS, rows)
        .document(
            which.code() + "-" + LocalDate.ofInstant(call.at(), zone),
            call.find(table).orElse(TableFormat.CSV),
            "newsletter.exported");
  }

  private Reply ending(Call call) {
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    List<List<Object>> rows = new ArrayList<>();
    for (SubscriptionDao.Ending each : subscriptions.ending(today, today.plusDays(SOON), LISTED))
      rows.add(List.of(each.expiresOn(), each.address(), each.title(), basis(each.basis())));
    return new Reply.Table(
        "newsletter.ending",
        List.of(rows.size(), SOON),
        List.of(
            "newsletter.field.expires",
            "directory.email",
            "newsletter.field.list",
            "newsletter.field.basis"),
        rows);
  }

  static Phrase basis(Basis basis) {
    return Phrase.of("newsletter.basis." + basis.name().toLowerCase(Locale.ROOT));
  }
}
