package ca.greffier.newsletter;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.command.Tokens;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.newsletter.Sending.Sent;
import ca.greffier.newsletter.SubscriberImport.Line;
import ca.greffier.newsletter.SubscriberImport.Result;
import ca.greffier.outbox.Campaigns;
import ca.greffier.outbox.Outbox;
import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What can be asked about newsletters. */
public final class NewsletterCommands {
  private static final int MOST_BYTES = 2_000_000;
  private static final int MOST_WEEKS = 52;
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /** A letter of this length stays under the 100 kB where readers' mail programs cut. */
  private static final int LONGEST = 20_000;

  private final NewsletterDao dao;
  private final NewsletterStatus status;
  private final People people;
  private final Sending sending;
  private final Campaigns campaigns;
  private final Leavings leavings;
  private final Unsubscribing unsubscribing;
  private final SubscriberImport imports;
  private final ZoneId zone;
  private final Kind<String> contents;
  private final Blocks blocks;

  private final Param<String> list;
  private final Param<String> title;
  private final Param<String> listTitle;
  private final Param<String> newTitle;
  private final Param<Attachment> table;
  private final Param<Boolean> trial;
  private final Param<Attachment> file;
  private final Param<String> text;
  private final Param<Issue> issue;
  private final Param<LocalDate> day;
  private final Param<LocalTime> hour;
  private final Param<Boolean> approval;
  private final Param<String> subscription;
  private final Param<String> left;
  private final Preferences preferences;
  private final Param<Language> language;
  private final Param<Body> body;
  private final Param<Integer> weeks;
  private final Param<String> region;
  private final Param<String> category;

  /** What the commands are made of. */
  public record Parts(
      Jdbi jdbi,
      People people,
      Bodies bodies,
      Outbox outbox,
      Campaigns campaigns,
      Tokens tokens,
      ZoneId zone) {}

  public NewsletterCommands(
      Parts parts, Blocks blocks, Kinds kinds, NewsletterKinds newsletterKinds) {
    this.blocks = blocks;
    this.dao = parts.jdbi().onDemand(NewsletterDao.class);
    this.campaigns = parts.campaigns();
    this.status = new NewsletterStatus(parts.jdbi(), parts.outbox(), parts.campaigns());
    this.people = parts.people();
    this.zone = parts.zone();
    this.leavings = new Leavings(parts.jdbi(), parts.tokens());
    this.sending =
        new Sending(parts.jdbi(), parts.outbox(), parts.campaigns(), leavings, parts.zone());
    this.unsubscribing = new Unsubscribing(parts.jdbi(), parts.outbox(), parts.campaigns());
    this.imports =
        new SubscriberImport(
            kinds.emailAddress(), kinds.choice("base", Basis.words()), kinds.date());
    this.contents = kinds.longText(LONGEST);
    this.list = Param.required("liste", newsletterKinds.list());
    this.title = Param.required("titre", kinds.text(120));
    this.listTitle = Param.optional("titre", kinds.text(120));
    this.newTitle = Param.optional("titre", kinds.text(120));
    this.table = Param.required("fichier", kinds.file(MOST_BYTES, "csv", "xlsx"));
    this.trial = Param.optional("essai", kinds.yesNo());
    this.file = Param.optional("fichier", kinds.file(LONGEST * 4, "md", "txt"));
    this.text = Param.optional("texte", contents);
    this.issue = Param.required("numero", newsletterKinds.issue());
    this.day = Param.optional("date", kinds.date());
    this.hour = Param.optional("heure", kinds.time());
    this.approval = Param.required("approbation", kinds.yesNo());
    this.left = Param.optional("quitter", kinds.text(500));
    this.preferences = new Preferences(parts.jdbi(), parts.outbox(), parts.campaigns());
    this.language = Param.optional("langue", kinds.choice("langue", languages()));
    this.body = Param.optional("corps", new DirectoryKinds(parts.people(), parts.bodies()).body());
    this.weeks = Param.required("semaines", kinds.wholeNumber(0, MOST_WEEKS));
    this.region = Param.optional("region", kinds.text(60));
    this.category = Param.optional("categorie", kinds.text(60));
    this.subscription = Param.required("abonnement", NewsletterKinds.subscription());
  }

  public List<Command> all() {
    Role secretary = Role.SECRETARY;
    return List.of(
        Command.of("infolettre creer", secretary, this::create, list, title),
        Command.of(
            "infolettre importer", secretary, this::importTable, list, table, trial, listTitle),
        Command.of("infolettre rediger", secretary, this::write, list, title, file, text),
        Command.of("infolettre modifier", secretary, this::rewrite, issue, newTitle, file, text),
        Command.of(
            "infolettre cibler", secretary, this::target, issue, language, body, region, category),
        Command.of("infolettre relire", secretary, this::review, issue),
        Command.of(
            "infolettre bulletin", secretary, this::digest, list, weeks, newTitle, file, text, day),
        Command.of("infolettre apercu", secretary, this::preview, issue),
        Command.of("infolettre envoyer", secretary, this::send, issue, day, hour),
        Command.of("infolettre approuver", secretary, this::approve, issue),
        Command.of("infolettre regler", secretary, this::settle, list, approval),
        Command.of("infolettre suspendre", secretary, this::pause, issue),
        Command.of("infolettre reprendre", secretary, this::resume, issue),
        Command.of("infolettre arreter", secretary, this::cancel, issue),
        Command.of("infolettre desabonner", Role.ANYONE, this::unsubscribe, subscription),
        Command.of(
            "infolettre preferences", Role.ANYONE, this::prefer, subscription, language, left),
        Command.of("infolettre etat", secretary, this::state, issue),
        Command.of("infolettre liste", secretary, call -> status.list()));
  }

  private static Map<String, Language> languages() {
    Map<String, Language> words = new LinkedHashMap<>();
    words.put("fr", Language.FRENCH);
    words.put("en", Language.ENGLISH);
    return words;
  }

  private Reply create(Call call) {
    String code = call.get(list);
    if (dao.create(code, call.get(title)) == 0) throw new Refusal("newsletter.exists", code);
    return Reply.said("newsletter.created", code, call.get(title));
  }

  private Reply importTable(Call call) {
    String code = call.get(list);
    Optional<Newsletter> before = dao.byCode(code);
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    List<Subscription> subscribed =
        before.map(newsletter -> dao.subscriptions(newsletter.id())).orElse(List.of());
    Result result = imports.read(call.get(table), subscribed, today);
    List<Line> refused = result.refused();
    if (call.find(trial).orElse(false)) return report(result, refused.size());
    if (!refused.isEmpty()) {
      Line first = refused.getFirst();
      throw new Refusal(
          "directory.import.refused", refused.size(), first.number(), first.verdict());
    }
    if (before.isEmpty()) dao.create(code, call.find(listTitle).orElse(code));
    dao.putSubscribers(result.entries());
    NewsletterId to = newsletter(code).id();
    dao.putSubscriptions(to, call.id(), result.entries());
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

  private Reply write(Call call) {
    Newsletter to = newsletter(call.get(list));
    Issue draft =
        dao.issue(
            dao.write(
                to.id(), call.get(title), words(call, to.id()), call.actor().known(), call.at()));
    return Reply.together(
        Reply.said("newsletter.written", draft.name(), draft.title()), typography(draft));
  }

  /** A new approval is needed: what was approved is not what it says any more. */
  private Reply rewrite(Call call) {
    Issue before = call.get(issue);
    boolean reworded = call.find(file).isPresent() || call.find(text).isPresent();
    if (!reworded && call.find(newTitle).isEmpty()) throw new Refusal("newsletter.unchanged");
    int changed =
        dao.rewrite(
            before.id(),
            call.find(newTitle).orElse(before.title()),
            reworded ? words(call, before.newsletter()) : before.contents(),
            call.actor().known());
    if (changed == 0)
      throw new Refusal("newsletter.already", before.name(), Optional.ofNullable(before.sentAt()));
    Issue after = dao.issue(before.id());
    return Reply.together(
        Reply.said("newsletter.changed", after.name(), after.title()), typography(after));
  }

  private static Reply typography(Issue draft) {
    return Review.typography(draft).map(NewsletterCommands::said).orElseGet(Reply::together);
  }

  private Reply state(Call call) {
    return status.of(call.get(issue), LocalDate.ofInstant(call.at(), zone));
  }

  /** Without anything said, the whole list again. */
  private Reply target(Call call) {
    Issue which = call.get(issue);
    Segment to =
        new Segment(
            call.find(language).orElse(null),
            call.find(body).map(Body::id).orElse(null),
            call.find(region).orElse(""),
            call.find(category).orElse(""));
    if (dao.target(which.id(), to) == 0)
      throw new Refusal("newsletter.already", which.name(), Optional.ofNullable(which.sentAt()));
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    return Reply.said(
        to.isAll() ? "newsletter.target.all" : "newsletter.target.some",
        dao.readers(to.bound(which.newsletter(), today)),
        which.name(),
        dao.readers(Segment.ALL.bound(which.newsletter(), today)));
  }

  private Reply review(Call call) {
    Issue which = call.get(issue);
    List<Reply> remarks = Review.remarks(which).stream().map(NewsletterCommands::said).toList();
    return remarks.isEmpty()
        ? Reply.said("newsletter.review.fine", which.name())
        : Reply.together(remarks.toArray(Reply[]::new));
  }

  private static Reply said(Phrase phrase) {
    return Reply.said(phrase.key(), phrase.arguments().toArray());
  }

  /** With its passages filled, and short enough still. */
  private String words(Call call, NewsletterId to) {
    String filled = blocks.filled(words(call), to, call.actor().language(), call.at());
    return contents.parse(filled);
  }

  private String words(Call call) {
    Optional<Attachment> given = call.find(file);
    if (given.isPresent() == call.find(text).isPresent()) throw new Refusal("newsletter.words");
    return given.map(one -> contents.parse(decoded(one))).orElseGet(() -> call.get(text));
  }

  private static String decoded(Attachment file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Refusal("newsletter.encoding", file.name());
    }
  }

  /** Every so many weeks, a draft; none at all with 0. */
  private Reply digest(Call call) {
    Newsletter to = newsletter(call.get(list));
    int every = call.get(weeks);
    if (every == 0) {
      if (dao.dropDigest(to.id()) == 0) throw new Refusal("newsletter.digest.none", to.code());
      return Reply.said("newsletter.digest.stopped", to.title());
    }
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    LocalDate first = call.find(day).orElse(today.plusWeeks(every));
    if (!first.isAfter(today)) throw new Refusal("newsletter.digest.past", first);
    String contents = words(call);
    blocks.filled(contents, to.id(), call.actor().language(), call.at());
    dao.putDigest(
        new NewsletterDao.Digest(
            to.id(),
            call.find(newTitle).orElse(to.title()),
            contents,
            every,
            call.actor().known(),
            first));
    return Reply.said("newsletter.digest.set", every, to.title(), first);
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
    if (dao.schedule(which.id(), when, call.actor().known()) == 0)
      throw new Refusal("newsletter.already", which.name(), Optional.ofNullable(which.sentAt()));
    return Reply.said("newsletter.scheduled", which.name(), when);
  }

  /** By somebody else than who wrote it: four eyes. */
  private Reply approve(Call call) {
    Issue which = call.get(issue);
    if (which.author().equals(call.actor().known()))
      throw new Refusal("newsletter.approve.own", which.name());
    Review.requireReadable(which);
    if (dao.approve(which.id(), call.actor().known(), call.at()) == 0)
      throw new Refusal("newsletter.approve.done", which.name());
    return Reply.said("newsletter.approved", which.name());
  }

  private Reply settle(Call call) {
    Newsletter which = newsletter(call.get(list));
    boolean wanted = call.get(approval);
    dao.requireApproval(which.id(), wanted);
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
      dao.schedule(which.id(), null, null);
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
        preferences.change(call.get(subscription), call.find(language), codes, call.at());
    return gone.isEmpty()
        ? Reply.said("newsletter.preferences.kept")
        : Reply.said("newsletter.preferences.left", gone.size(), gone);
  }

  private Newsletter newsletter(String code) {
    return dao.byCode(code).orElseThrow(() -> new Refusal("newsletter.list.unknown", code));
  }
}
