package ca.greffier.newsletter;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.document.PublicPictures;
import ca.greffier.newsletter.Sending.Sent;
import ca.greffier.newsletter.SubscriberImport.Line;
import ca.greffier.newsletter.SubscriberImport.Result;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What can be asked about newsletters: their lists, their sending, and leaving them. */
public final class NewsletterCommands {
  private static final int MOST_BYTES = 2_000_000;
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final NewsletterDao lists;
  private final SubscriptionDao subscriptions;
  private final IssueDao issues;
  private final NewsletterStatus status;
  private final People people;
  private final Sending sending;
  private final Campaigns campaigns;
  private final Leavings leavings;
  private final Unsubscribing unsubscribing;
  private final SubscriberImport imports;
  private final ZoneId zone;

  private final DraftCommands drafts;

  private final Param<String> list;
  private final Param<String> title;
  private final Param<String> listTitle;
  private final Param<Attachment> table;
  private final Param<Boolean> trial;
  private final Param<Issue> issue;
  private final Param<LocalDate> day;
  private final Param<LocalTime> hour;
  private final Param<Boolean> approval;
  private final Param<String> subscription;
  private final Param<String> left;
  private final Preferences preferences;
  private final Param<Language> language;
  private final Param<ZoneId> where;

  /** What the commands are made of. */
  public record Parts(
      Jdbi jdbi,
      People people,
      Bodies bodies,
      Outbox outbox,
      Campaigns campaigns,
      Tokens tokens,
      PublicPictures pictures,
      ZoneId zone) {}

  public NewsletterCommands(
      Parts parts, Blocks blocks, Kinds kinds, NewsletterKinds newsletterKinds) {
    this.lists = parts.jdbi().onDemand(NewsletterDao.class);
    this.subscriptions = parts.jdbi().onDemand(SubscriptionDao.class);
    this.issues = parts.jdbi().onDemand(IssueDao.class);
    this.campaigns = parts.campaigns();
    this.status = new NewsletterStatus(parts.jdbi(), parts.outbox(), parts.campaigns());
    this.people = parts.people();
    this.zone = parts.zone();
    this.leavings = new Leavings(parts.jdbi(), parts.tokens());
    this.sending = new Sending(parts);
    this.unsubscribing = new Unsubscribing(parts.jdbi(), parts.outbox(), parts.campaigns());
    this.imports =
        new SubscriberImport(
            kinds.emailAddress(), kinds.choice("base", Basis.words()), kinds.date());
    this.list = Param.required("liste", newsletterKinds.list());
    this.title = Param.required("titre", kinds.text(120));
    this.listTitle = Param.optional("titre", kinds.text(120));
    this.table = Param.required("fichier", kinds.file(MOST_BYTES, "csv", "xlsx"));
    this.trial = Param.optional("essai", kinds.yesNo());
    this.issue = Param.required("numero", newsletterKinds.issue());
    this.day = Param.optional("date", kinds.date());
    this.hour = Param.optional("heure", kinds.time());
    this.approval = Param.required("approbation", kinds.yesNo());
    this.left = Param.optional("quitter", kinds.text(500));
    this.preferences = new Preferences(parts.jdbi(), parts.outbox(), parts.campaigns());
    this.language = Param.optional("langue", NewsletterKinds.language(kinds));
    this.where = Param.optional("fuseau", new Zones());
    this.drafts = new DraftCommands(parts, blocks, kinds, newsletterKinds);
    this.subscription = Param.required("abonnement", NewsletterKinds.subscription());
  }

  public List<Command> all() {
    List<Command> all = new ArrayList<>(own());
    all.addAll(drafts.all());
    return all;
  }

  private List<Command> own() {
    Role secretary = Role.SECRETARY;
    return List.of(
        Command.of("infolettre creer", secretary, this::create, list, title),
        Command.of(
            "infolettre importer", secretary, this::importTable, list, table, trial, listTitle),
        Command.of("infolettre apercu", secretary, this::preview, issue),
        Command.of("infolettre envoyer", secretary, this::send, issue, day, hour),
        Command.of("infolettre regler", secretary, this::settle, list, approval),
        Command.of("infolettre suspendre", secretary, this::pause, issue),
        Command.of("infolettre reprendre", secretary, this::resume, issue),
        Command.of("infolettre arreter", secretary, this::cancel, issue),
        Command.of("infolettre desabonner", Role.ANYONE, this::unsubscribe, subscription),
        Command.of(
            "infolettre preferences",
            Role.ANYONE,
            this::prefer,
            subscription,
            language,
            where,
            left),
        Command.of("infolettre etat", secretary, this::state, issue),
        Command.of("infolettre liste", secretary, call -> status.list()));
  }

  private Reply create(Call call) {
    String code = call.get(list);
    if (lists.create(code, call.get(title)) == 0) throw new Refusal("newsletter.exists", code);
    return Reply.said("newsletter.created", code, call.get(title));
  }

  private Reply importTable(Call call) {
    String code = call.get(list);
    Optional<Newsletter> before = lists.byCode(code);
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    List<Subscription> subscribed =
        before.map(newsletter -> subscriptions.subscriptions(newsletter.id())).orElse(List.of());
    Result result = imports.read(call.get(table), subscribed, today);
    List<Line> refused = result.refused();
    if (call.find(trial).orElse(false)) return report(result, refused.size());
    if (!refused.isEmpty()) {
      Line first = refused.getFirst();
      throw new Refusal(
          "directory.import.refused", refused.size(), first.number(), first.verdict());
    }
    if (before.isEmpty()) lists.create(code, call.find(listTitle).orElse(code));
    subscriptions.putSubscribers(result.entries());
    NewsletterId to = newsletter(code).id();
    subscriptions.putSubscriptions(to, call.id(), result.entries());
    leavings.complete(to);
    return Reply.said(
        "newsletter.imported", result.entries().size(), code, result.known(), result.left());
  }

  private static Reply report(Result result, int refused) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : result.report())
      rows.add(List.of(line.number(), line.address(), line.verdict()));
    return new Reply.Table(
        "directory.import.report",
        List.of(refused, rows.size()),
        List.of("directory.import.line", "directory.email", "directory.import.verdict"),
        rows);
  }

  private Reply state(Call call) {
    return status.of(call.get(issue), LocalDate.ofInstant(call.at(), zone));
  }

  private Reply preview(Call call) {
    Person reader = people.get(call.actor().known());
    sending.preview(call.get(issue), reader, call.id());
    return Reply.said("newsletter.preview", call.get(issue).name(), reader.email());
  }

  /** At once, or at an hour of a day: nine o'clock when only the day is said. */
  private Reply send(Call call) {
    Issue which = call.get(issue);
    Review.requireReadable(which);
    if (call.find(day).isPresent() || call.find(hour).isPresent()) return schedule(call, which);
    Sent sent = sending.send(which, call.actor().known(), call.at());
    Reply said = Reply.said("newsletter.sent", sent.letters(), which.name());
    if (sent.leftOut() == 0) return said;
    return Reply.together(
        said,
        Reply.said(
            "newsletter.left_out",
            sent.leftOut(),
            sent.without().withoutConsent(),
            sent.without().suppressed(),
            sent.without().unsubscribed()));
  }

  private Reply schedule(Call call, Issue which) {
    LocalDate on = call.find(day).orElse(LocalDate.ofInstant(call.at(), zone));
    Instant when = on.atTime(call.find(hour).orElse(MORNING)).atZone(zone).toInstant();
    if (!when.isAfter(call.at())) throw new Refusal("newsletter.schedule.past", when);
    if (which.unapproved()) throw new Refusal("newsletter.unapproved", which.name());
    if (issues.schedule(which.id(), when, call.actor().known()) == 0)
      throw new Refusal("newsletter.already", which.name(), Optional.ofNullable(which.sentAt()));
    return Reply.said("newsletter.scheduled", which.name(), when);
  }

  private Reply settle(Call call) {
    Newsletter which = newsletter(call.get(list));
    boolean wanted = call.get(approval);
    lists.requireApproval(which.id(), wanted);
    return Reply.said(
        wanted ? "newsletter.approval.wanted" : "newsletter.approval.free", which.title());
  }

  private Reply pause(Call call) {
    Issue which = call.get(issue);
    if (!campaigns.pause(which.onceKey()))
      throw new Refusal("newsletter.not_running", which.name());
    return Reply.said("newsletter.paused", which.name());
  }

  private Reply resume(Call call) {
    Issue which = call.get(issue);
    if (!campaigns.resume(which.onceKey()))
      throw new Refusal("newsletter.not_paused", which.name());
    return Reply.said("newsletter.resumed", which.name());
  }

  private Reply cancel(Call call) {
    Issue which = call.get(issue);
    if (which.sentAt() == null && which.scheduledAt() != null) {
      issues.schedule(which.id(), null, null);
      return Reply.said("newsletter.unscheduled", which.name());
    }
    int taken =
        campaigns
            .cancel(which.onceKey())
            .orElseThrow(() -> new Refusal("newsletter.not_sending", which.name()));
    return Reply.said("newsletter.cancelled", taken, which.name());
  }

  private Reply unsubscribe(Call call) {
    Newsletter left = unsubscribing.leave(call.get(subscription), call.at());
    return Reply.said("newsletter.unsubscribed", left.title());
  }

  private Reply prefer(Call call) {
    List<String> codes =
        Arrays.stream(call.find(left).orElse("").split("[,;\\s]+"))
            .filter(each -> !each.isBlank())
            .toList();
    List<String> gone =
        preferences.change(
            call.get(subscription),
            new Preferences.Choice(call.find(language), call.find(where)),
            codes,
            call.at());
    return gone.isEmpty()
        ? Reply.said("newsletter.preferences.kept")
        : Reply.said("newsletter.preferences.left", gone.size(), gone);
  }

  private Newsletter newsletter(String code) {
    return lists.byCode(code).orElseThrow(() -> new Refusal("newsletter.list.unknown", code));
  }
}
