package ca.greffier.document;

import ca.greffier.command.Attachment;
import ca.greffier.command.Call;
import ca.greffier.command.Command;
import ca.greffier.command.Kinds;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Reply;
import ca.greffier.command.Role;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.BodyId;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.directory.People;
import ca.greffier.text.Language;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What can be asked of the register of documents. */
public final class DocumentCommands {
  private static final int MOST_BYTES = 10 << 20;
  private static final int MOST_LISTED = 50;

  private final Documents documents;
  private final Bodies bodies;
  private final DocumentKinds register;
  private final DocumentViews views;

  private final Param<Integer> document;
  private final Param<String> title;
  private final Param<String> newTitle;
  private final Param<Attachment> file;
  private final Param<String> link;
  private final Param<Body> body;
  private final Param<Classification> classification;
  private final Param<Language> language;
  private final Param<DocumentStatus> status;
  private final Param<LocalDate> keep;
  private final Param<LocalDate> until;
  private final Param<String> note;
  private final Param<String> reason;
  private final Param<Attachable> to;
  private final Param<Attachable> toWhat;
  private final Param<Boolean> detach;
  private final Param<String> words;
  private final Param<Integer> version;
  private final Param<Duration> validity;

  /** What the commands are made of. */
  public record Parts(
      Jdbi jdbi,
      Documents documents,
      Attachables attachables,
      DownloadLinks links,
      Bodies bodies,
      People people,
      InstantSource clock,
      ZoneId zone) {}

  public DocumentCommands(Parts parts, Kinds kinds) {
    this.documents = parts.documents();
    this.bodies = parts.bodies();
    this.register = new DocumentKinds(documents, parts.attachables(), parts.clock(), parts.zone());
    this.views = new DocumentViews(parts);
    this.document = Param.required("document", register.number());
    this.title = Param.required("titre", kinds.text(200));
    this.newTitle = Param.optional("titre", kinds.text(200));
    this.file = Param.optional("fichier", kinds.file(MOST_BYTES, FileType.extensions()));
    this.link = Param.optional("lien", register.link());
    this.body = Param.optional("corps", new DirectoryKinds(parts.people(), bodies).body());
    this.classification =
        Param.optional("classification", kinds.choice("classification", Classification.choices()));
    this.language = Param.optional("langue", kinds.choice("langue", languages()));
    this.status = Param.optional("etat", kinds.choice("document", DocumentStatus.choices()));
    this.keep = Param.optional("conservation", register.keep());
    this.note = Param.optional("note", kinds.text(300));
    this.until = Param.optional("jusqua", kinds.date());
    this.reason = Param.required("raison", kinds.text(300));
    this.to = Param.required("a", register.attachable());
    this.toWhat = Param.optional("a", register.attachable());
    this.detach = Param.optional("detacher", kinds.yesNo());
    this.words = Param.required("mots", kinds.text(200));
    this.version = Param.optional("version", kinds.wholeNumber(1, 9999));
    this.validity = Param.optional("validite", kinds.choice("validite", validities()));
  }

  public List<Command> all() {
    Role officer = Role.SECRETARY;
    return List.of(
        Command.of(
            "document ajouter",
            officer,
            this::add,
            title,
            file,
            link,
            body,
            classification,
            language,
            status,
            keep,
            note,
            toWhat),
        Command.of(
            "document version", officer, this::addVersion, document, file, link, status, note),
        Command.of(
            "document modifier",
            officer,
            this::change,
            document,
            newTitle,
            status,
            body,
            classification,
            language,
            keep),
        Command.of("document liste", Role.MEMBER, this::list, body, toWhat),
        Command.of("document voir", Role.MEMBER, this::show, document, version, validity),
        Command.of("document chercher", Role.MEMBER, this::search, words),
        Command.of("document joindre", officer, this::attach, document, to, detach),
        Command.of("document appel", officer, this::open, document, until),
        Command.of("document retirer", officer, this::withdraw, document, reason));
  }

  private static Map<String, Language> languages() {
    Map<String, Language> values = new LinkedHashMap<>();
    values.put("fr", Language.FRENCH);
    values.put("en", Language.ENGLISH);
    return values;
  }

  private static Map<String, Duration> validities() {
    Map<String, Duration> values = new LinkedHashMap<>();
    values.put("15min", Duration.ofMinutes(15));
    values.put("1h", Duration.ofHours(1));
    values.put("24h", Duration.ofDays(1));
    values.put("7j", Duration.ofDays(7));
    return values;
  }

  private Reply add(Call call) {
    Deposit deposit = deposit(call);
    Profile profile =
        new Profile(
            call.get(title),
            call.find(body).map(Body::id).orElse(null),
            call.find(classification).orElse(Classification.INTERNAL),
            call.find(language).orElse(Language.FRENCH),
            call.find(status).orElse(DocumentStatus.DRAFT),
            call.find(keep).orElse(null));
    Optional<Attachable> attached = call.find(toWhat);
    Document added = documents.add(profile, deposit, call.actor().known(), call.at());
    attached.ifPresent(what -> documents.attach(added, what));
    return Reply.said("document.added", added.code(), added.title());
  }

  private Reply addVersion(Call call) {
    Document before = wanted(call);
    DocumentStatus next = call.find(status).orElse(DocumentStatus.DRAFT);
    Document added = documents.add(before, deposit(call), next, call.actor().known(), call.at());
    return Reply.said(
        "document.version.added",
        added.code(),
        added.title(),
        String.valueOf(added.version()),
        added.status().phrase());
  }

  private Deposit deposit(Call call) {
    return Deposit.of(call.find(file), call.find(link), call.find(note).orElse(""));
  }

  private Reply change(Call call) {
    Document before = wanted(call);
    Profile profile =
        new Profile(
            call.find(newTitle).orElse(before.title()),
            call.find(body).map(Body::id).orElse(before.body()),
            call.find(classification).orElse(before.classification()),
            call.find(language).orElse(before.language()),
            call.find(status).orElse(before.status()),
            call.find(keep).orElse(before.keepUntil()));
    if (profile.equals(Profile.of(before))) throw new Refusal("document.nothing", before.code());
    Document changed = documents.change(before, profile, call.actor().known(), call.at());
    return views.card(changed);
  }

  private Reply list(Call call) {
    Reader reader = reader(call);
    BodyId of = call.find(body).map(Body::id).orElse(null);
    Optional<Attachable> what = call.find(toWhat);
    if (what.isEmpty())
      return views.table(documents.readable(reader, of, MOST_LISTED), documents.count(reader, of));
    List<Document> attached =
        documents.of(what.get(), reader).stream()
            .filter(each -> of == null || of.equals(each.body()))
            .toList();
    return views.table(attached, attached.size());
  }

  private Reply show(Call call) {
    Document shown = wanted(call);
    int number = call.find(version).orElse(shown.version());
    DocumentVersion one =
        documents
            .version(shown.id(), number)
            .orElseThrow(
                () ->
                    new Refusal(
                        "document.version.none", shown.code(), String.valueOf(shown.version())));
    DocumentViews.Way way =
        new DocumentViews.Way(
            call.actor().known(), call.at().plus(call.find(validity).orElse(Duration.ofHours(1))));
    return views.card(shown, one, way);
  }

  private Reply search(Call call) {
    return views.found(call.get(words), reader(call));
  }

  private Reply attach(Call call) {
    Document which = wanted(call);
    Attachable what = call.get(to);
    boolean off = call.find(detach).orElse(false);
    boolean done = off ? documents.detach(which, what) : documents.attach(which, what);
    if (!done)
      throw new Refusal(
          off ? "document.attach.not" : "document.attach.already", which.code(), what.phrase());
    return Reply.said(
        off ? "document.detached" : "document.attach.done", which.code(), what.phrase());
  }

  private Reply open(Call call) {
    Document which = wanted(call);
    LocalDate day = call.find(until).orElse(null);
    documents.open(which, day, call.at());
    return day == null
        ? Reply.said("document.call.ended", which.code(), which.title())
        : Reply.said("document.call.open", which.code(), which.title(), day);
  }

  private Reply withdraw(Call call) {
    Document which = wanted(call);
    documents.withdraw(which, call.get(reason), call.at());
    return Reply.said("document.withdrawn.done", which.code(), which.title());
  }

  private Document wanted(Call call) {
    return register.readable(call.get(document), reader(call));
  }

  private Reader reader(Call call) {
    return Reader.of(call.actor(), bodies, documents.today(call.at()));
  }
}
