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
import ca.greffier.directory.Body;
import ca.greffier.directory.DirectoryKinds;
import ca.greffier.text.Language;
import ca.greffier.text.Phrase;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writing an issue: by hand or by itself, its review, those it goes to, its approval. */
final class DraftCommands {
  private static final int MOST_WEEKS = 52;

  /** A letter of this length stays under the 100 kB where readers' mail programs cut. */
  private static final int LONGEST = 20_000;

  private final NewsletterDao lists;
  private final SubscriptionDao subscriptions;
  private final IssueDao issues;
  private final Blocks blocks;
  private final ZoneId zone;
  private final Pictures pictures;
  private final Kind<String> contents;

  private final Param<String> list;
  private final Param<Issue> issue;
  private final Param<String> title;
  private final Param<String> newTitle;
  private final Param<Attachment> file;
  private final Param<String> text;
  private final Param<Language> language;
  private final Param<Body> body;
  private final Param<String> region;
  private final Param<String> category;
  private final Param<Integer> weeks;
  private final Param<LocalDate> day;

  DraftCommands(
      NewsletterCommands.Parts parts, Blocks blocks, Kinds kinds, NewsletterKinds newsletterKinds) {
    this.lists = parts.jdbi().onDemand(NewsletterDao.class);
    this.subscriptions = parts.jdbi().onDemand(SubscriptionDao.class);
    this.issues = parts.jdbi().onDemand(IssueDao.class);
    this.blocks = blocks;
    this.zone = parts.zone();
    this.pictures = new Pictures(parts.pictures());
    this.contents = kinds.longText(LONGEST);
    this.list = Param.required("liste", newsletterKinds.list());
    this.issue = Param.required("numero", newsletterKinds.issue());
    this.title = Param.required("titre", kinds.text(120));
    this.newTitle = Param.optional("titre", kinds.text(120));
    this.file = Param.optional("fichier", kinds.file(LONGEST * 4, "md", "txt"));
    this.text = Param.optional("texte", contents);
    this.language = Param.optional("langue", NewsletterKinds.language(kinds));
    this.body = Param.optional("corps", new DirectoryKinds(parts.people(), parts.bodies()).body());
    this.region = Param.optional("region", kinds.text(60));
    this.category = Param.optional("categorie", kinds.text(60));
    this.weeks = Param.required("semaines", kinds.wholeNumber(0, MOST_WEEKS));
    this.day = Param.optional("date", kinds.date());
  }

  List<Command> all() {
    Role secretary = Role.SECRETARY;
    return List.of(
        Command.of("infolettre rediger", secretary, this::write, list, title, file, text),
        Command.of("infolettre modifier", secretary, this::rewrite, issue, newTitle, file, text),
        Command.of(
            "infolettre cibler", secretary, this::target, issue, language, body, region, category),
        Command.of("infolettre relire", secretary, this::review, issue),
        Command.of("infolettre approuver", secretary, this::approve, issue),
        Command.of(
            "infolettre bulletin",
            secretary,
            this::digest,
            list,
            weeks,
            newTitle,
            file,
            text,
            day));
  }

  private Reply write(Call call) {
    Newsletter to = newsletter(call.get(list));
    Issue draft =
        issues.issue(
            issues.write(
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
        issues.rewrite(
            before.id(),
            call.find(newTitle).orElse(before.title()),
            reworded ? words(call, before.newsletter()) : before.contents(),
            call.actor().known());
    if (changed == 0)
      throw new Refusal("newsletter.already", before.name(), Optional.ofNullable(before.sentAt()));
    Issue after = issues.issue(before.id());
    return Reply.together(
        Reply.said("newsletter.changed", after.name(), after.title()), typography(after));
  }

  private static Reply typography(Issue draft) {
    return Review.typography(draft).map(DraftCommands::said).orElseGet(Reply::together);
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
    if (issues.target(which.id(), to) == 0)
      throw new Refusal("newsletter.already", which.name(), Optional.ofNullable(which.sentAt()));
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    return Reply.said(
        to.isAll() ? "newsletter.target.all" : "newsletter.target.some",
        subscriptions.readers(to.bound(which.newsletter(), today)),
        which.name(),
        subscriptions.readers(Segment.ALL.bound(which.newsletter(), today)));
  }

  private Reply review(Call call) {
    Issue which = call.get(issue);
    List<Phrase> found = new ArrayList<>(Review.remarks(which));
    Set<String> missing = pictures.missing(which.contents());
    if (!missing.isEmpty())
      found.add(
          Phrase.of("newsletter.review.picture.missing", missing.size(), List.copyOf(missing)));
    Set<String> left = pictures.left(which.contents());
    if (!left.isEmpty())
      found.add(Phrase.of("newsletter.review.picture.left", left.size(), List.copyOf(left)));
    Optional<Phrase> judged = issues.verdict(which.id()).map(DraftCommands::judged);
    if (found.isEmpty()) found.add(Phrase.of("newsletter.review.fine", which.name()));
    judged.ifPresent(found::add);
    return Reply.together(found.stream().map(DraftCommands::said).toArray(Reply[]::new));
  }

  private static Phrase judged(SpamFilter.Verdict verdict) {
    if (verdict.rules().isEmpty())
      return Phrase.of("newsletter.review.spam.none", verdict.score(), verdict.required());
    String key = verdict.isAside() ? "newsletter.review.spam.aside" : "newsletter.review.spam.fine";
    return Phrase.of(key, verdict.score(), verdict.required(), String.join(", ", verdict.rules()));
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
      if (lists.dropDigest(to.id()) == 0) throw new Refusal("newsletter.digest.none", to.code());
      return Reply.said("newsletter.digest.stopped", to.title());
    }
    LocalDate today = LocalDate.ofInstant(call.at(), zone);
    LocalDate first = call.find(day).orElse(today.plusWeeks(every));
    if (!first.isAfter(today)) throw new Refusal("newsletter.digest.past", first);
    String contents = words(call);
    blocks.filled(contents, to.id(), call.actor().language(), call.at());
    lists.putDigest(
        new NewsletterDao.Digest(
            to.id(),
            call.find(newTitle).orElse(to.title()),
            contents,
            every,
            call.actor().known(),
            first));
    return Reply.said("newsletter.digest.set", every, to.title(), first);
  }

  /** By somebody else than who wrote it: four eyes. */
  private Reply approve(Call call) {
    Issue which = call.get(issue);
    if (which.author().equals(call.actor().known()))
      throw new Refusal("newsletter.approve.own", which.name());
    Review.requireReadable(which);
    if (issues.approve(which.id(), call.actor().known(), call.at()) == 0)
      throw new Refusal("newsletter.approve.done", which.name());
    return Reply.said("newsletter.approved", which.name());
  }

  private Newsletter newsletter(String code) {
    return lists.byCode(code).orElseThrow(() -> new Refusal("newsletter.list.unknown", code));
  }
}
