package ca.greffier.document;

import ca.greffier.command.PersonId;
import ca.greffier.command.Reply;
import ca.greffier.directory.Bodies;
import ca.greffier.directory.Body;
import ca.greffier.directory.People;
import ca.greffier.directory.Person;
import ca.greffier.text.Phrase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents as they are shown: a list, a card, what a search found. */
final class DocumentViews {
  private static final int MOST_FOUND = 10;
  private static final int MOST_RANKED = 300;
  private static final int MOST_VERSIONS = 10;

  private final Documents documents;
  private final SearchDao search;
  private final DownloadLinks links;
  private final Bodies bodies;
  private final People people;
  private final ZoneId zone;

  DocumentViews(DocumentCommands.Parts parts) {
    this.documents = parts.documents();
    this.search = parts.jdbi().onDemand(SearchDao.class);
    this.links = parts.links();
    this.bodies = parts.bodies();
    this.people = parts.people();
    this.zone = parts.zone();
  }

  /** For whom a link is made, and until when. */
  record Way(PersonId person, Instant until) {}

  Reply table(List<Document> shown, int total) {
    List<List<Object>> rows = new ArrayList<>();
    for (Document each : shown)
      rows.add(
          List.of(
              each.code(),
              each.title(),
              each.status().phrase(),
              String.valueOf(each.version()),
              body(each).map(Body::code),
              each.classification().phrase()));
    return new Reply.Table(
        "document.list",
        List.of(total),
        List.of(
            "document.code",
            "document.title",
            "document.status",
            "document.version",
            "document.body",
            "document.classification"),
        rows);
  }

  /** Without a way to download it. */
  Reply card(Document document) {
    return new Reply.Card(
        "document.card", List.of(document.code(), document.title()), fields(document));
  }

  Reply card(Document document, DocumentVersion version, Way way) {
    List<Reply.Field> fields = fields(document);
    String link = version.link();
    if (link != null) fields.add(new Reply.Field("document.link", link));
    else {
      fields.add(
          new Reply.Field(
              "document.download",
              links.link(document.code(), version.number(), way.person(), way.until())));
      fields.add(new Reply.Field("document.until", way.until()));
      Optional.ofNullable(search.fault(Objects.requireNonNull(version.sha256())))
          .ifPresent(fault -> fields.add(new Reply.Field("document.search", Phrase.of(fault))));
    }
    return new Reply.Card("document.card", List.of(document.code(), document.title()), fields);
  }

  private List<Reply.Field> fields(Document document) {
    List<Reply.Field> fields = new ArrayList<>();
    fields.add(new Reply.Field("document.status", document.status().phrase()));
    LocalDate withdrawn = document.withdrawnOn();
    if (withdrawn != null)
      fields.add(
          new Reply.Field(
              "document.withdrawn.label",
              Phrase.of("document.withdrawn.why", withdrawn, document.withdrawnWhy())));
    fields.add(new Reply.Field("document.classification", document.classification().phrase()));
    fields.add(new Reply.Field("document.body", body(document).map(Body::name)));
    fields.add(
        new Reply.Field(
            "document.language", Phrase.of("document.language." + document.language().name())));
    if (document.openUntil() != null)
      fields.add(new Reply.Field("document.call", document.openUntil()));
    fields.add(new Reply.Field("document.keep", Optional.ofNullable(document.keepUntil())));
    fields.add(
        new Reply.Field(
            "document.attachments",
            documents.attachments(document.id()).stream().map(Attachable::phrase).toList()));
    fields.add(
        new Reply.Field(
            "document.versions",
            documents.versions(document.id()).stream()
                .limit(MOST_VERSIONS)
                .map(this::version)
                .toList()));
    return fields;
  }

  private Phrase version(DocumentVersion each) {
    List<Object> said = new ArrayList<>();
    said.add(String.valueOf(each.number()));
    said.add(LocalDate.ofInstant(each.addedAt(), zone));
    said.add(name(each.addedBy()));
    said.add(what(each));
    Phrase line = new Phrase("document.version.line", said);
    if (each.approvedAt() != null)
      line =
          Phrase.of(
              "document.version.approved",
              line,
              LocalDate.ofInstant(each.approvedAt(), zone),
              name(each.approvedBy()));
    return each.note().isEmpty() ? line : Phrase.of("document.version.note", line, each.note());
  }

  private static Object what(DocumentVersion each) {
    Long size = each.size();
    if (size == null) return Objects.requireNonNull(each.link());
    BigDecimal kilobytes =
        BigDecimal.valueOf(size).divide(BigDecimal.valueOf(1000), 0, RoundingMode.UP);
    return Phrase.of("document.file", Objects.requireNonNull(each.fileName()), kilobytes);
  }

  private Optional<String> name(@Nullable PersonId person) {
    return Optional.ofNullable(person)
        .flatMap(id -> people.person(id))
        .map(actor -> people.get(actor.known()))
        .map(Person::fullName);
  }

  private Optional<Body> body(Document document) {
    return Optional.ofNullable(document.body()).map(bodies::get);
  }

  /** The best first, with the words where they were found. */
  Reply found(String words, Reader reader) {
    search.planEach();
    List<SearchDao.Found> found = search.search(words, reader, MOST_RANKED, MOST_FOUND);
    Excerpt excerpt = new Excerpt(search.stems(words));
    List<List<Object>> rows = new ArrayList<>();
    for (SearchDao.Found each : found)
      rows.add(
          List.of(
              Document.code(each.number()),
              each.title(),
              each.status().phrase(),
              excerpt.of(each.text())));
    int total = found.isEmpty() ? 0 : found.getFirst().total();
    Reply table =
        new Reply.Table(
            total < MOST_RANKED ? "document.found" : "document.found.many",
            List.of(total, words),
            List.of("document.code", "document.title", "document.status", "document.excerpt"),
            rows);
    return search.ignoresAccents()
        ? table
        : Reply.together(table, Reply.said("document.search.accents"));
  }
}
