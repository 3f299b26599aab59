package ca.greffier.document;

import ca.greffier.command.Attachment;
import ca.greffier.command.PersonId;
import ca.greffier.command.Refusal;
import ca.greffier.directory.BodyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The shared register. Versions are added, never changed; what is withdrawn stays on record. */
public final class Documents {
  private final DocumentDao dao;
  private final SearchDao search;
  private final ContentStore store;
  private final ZoneId zone;

  /**
   * @param zone in which a day begins
   */
  public Documents(Jdbi jdbi, ContentStore store, ZoneId zone) {
    this.dao = jdbi.onDemand(DocumentDao.class);
    this.search = jdbi.onDemand(SearchDao.class);
    this.store = store;
    this.zone = zone;
  }

  public Optional<Document> byNumber(int number) {
    return dao.byNumber(number);
  }

  /** The document of a number, unless this reader may not know of it. */
  public Optional<Document> readable(int number, Reader reader) {
    return dao.readable(number, reader);
  }

  /**
   * What a reader may see, the newest first.
   *
   * @param of of every body when null
   */
  public List<Document> readable(Reader reader, @Nullable BodyId of, int most) {
    return dao.readable(reader, of, most);
  }

  /** How many a reader may see. */
  public int count(Reader reader, @Nullable BodyId of) {
    return dao.count(reader, of);
  }

  /** What is attached to something; whoever shows it leaves out what its reader may not see. */
  public List<Document> of(Attachable attachable) {
    return dao.of(attachable);
  }

  /** The same, for one reader. */
  public List<Document> of(Attachable attachable, Reader reader) {
    return dao.of(attachable, reader);
  }

  /** The latest first. */
  public List<DocumentVersion> versions(DocumentId id) {
    return dao.versions(id);
  }

  /** One version, by its number. */
  public Optional<DocumentVersion> version(DocumentId id, int number) {
    return versions(id).stream().filter(each -> each.number() == number).findFirst();
  }

  public List<Attachable> attachments(DocumentId id) {
    return dao.attachments(id);
  }

  /**
   * @throws Refusal when the file cannot be kept
   */
  Document add(Profile profile, Deposit deposit, PersonId by, Instant at) {
    DocumentDao.Holding holding = keep(deposit, at);
    dao.lock();
    DocumentId id = dao.insert(profile);
    dao.version(id, holding, deposit.note(), by, at);
    if (profile.status() == DocumentStatus.APPROVED) dao.approve(id, by, at);
    search.index(id);
    return dao.get(id);
  }

  /**
   * Adds a version, which is a draft again unless said otherwise.
   *
   * @throws Refusal when it is the same as the last one, or the document is withdrawn
   */
  Document add(Document to, Deposit deposit, DocumentStatus status, PersonId by, Instant at) {
    requireThere(to);
    DocumentDao.Holding holding = keep(deposit, at);
    boolean same =
        holding.sha256() != null
            ? holding.sha256().equals(to.sha256())
            : String.valueOf(holding.link()).equals(to.link());
    if (same) throw new Refusal("document.same", to.code(), String.valueOf(to.version()));
    dao.lock();
    dao.version(to.id(), holding, deposit.note(), by, at);
    return change(to, Profile.of(to).as(status), by, at);
  }

  /**
   * @throws Refusal when the document is withdrawn
   */
  Document change(Document document, Profile profile, PersonId by, Instant at) {
    requireThere(document);
    dao.change(document.id(), profile);
    if (profile.status() == DocumentStatus.APPROVED) dao.approve(document.id(), by, at);
    search.index(document.id());
    return dao.get(document.id());
  }

  /** False when it was attached already. */
  boolean attach(Document document, Attachable to) {
    requireThere(document);
    return dao.attach(document.id(), to) > 0;
  }

  /** False when it was not attached. */
  boolean detach(Document document, Attachable from) {
    return dao.detach(document.id(), from) > 0;
  }

  /**
   * Makes it a call that takes answers until a day, or no call any more.
   *
   * @throws Refusal when it is withdrawn, not public, or the day is past
   */
  void open(Document document, @Nullable LocalDate until, Instant at) {
    requireThere(document);
    if (until != null && document.classification() != Classification.PUBLIC)
      throw new Refusal("document.call.hidden", document.code());
    if (until != null && until.isBefore(today(at))) throw new Refusal("document.call.past", until);
    dao.open(document.id(), until);
  }

  /** The public calls that are open on a day, the one that ends first before the others. */
  public List<Document> calls(LocalDate today, int most) {
    return dao.calls(today, most);
  }

  /**
   * Takes it out of the lists; the record and its versions stay.
   *
   * @throws Refusal when it is withdrawn already, or must still be kept
   */
  void withdraw(Document document, String why, Instant at) {
    LocalDate until = document.keepUntil();
    if (until != null && today(at).isBefore(until))
      throw new Refusal("document.kept", document.code(), until);
    if (dao.withdraw(document.id(), today(at), why) == 0) requireThere(dao.get(document.id()));
  }

  LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private DocumentDao.Holding keep(Deposit deposit, Instant at) {
    Attachment file = deposit.file();
    if (file == null) return new DocumentDao.Holding(null, null, deposit.link());
    FileType type = FileType.of(file.name()).orElseThrow();
    String sha256 = store.put(file.bytes());
    dao.content(sha256, file.bytes().length, type, at);
    return new DocumentDao.Holding(file.name(), sha256, null);
  }

  private static void requireThere(Document document) {
    LocalDate since = document.withdrawnOn();
    if (since != null) throw new Refusal("document.withdrawn", document.code(), since);
  }
}
