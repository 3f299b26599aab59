package ca.greffier.minutes;

import ca.greffier.meeting.DecisionRule;
import ca.greffier.meeting.Meeting;
import ca.greffier.meeting.MeetingId;
import ca.greffier.meeting.Meetings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals minutes, and finds what was changed after (domain.md M13). A seal is the SHA-256 of the
 * seal before it and of what the minutes say, written in one way only; it names people by number,
 * so that a name may still be erased.
 */
final class Sealing {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String FIRST = "0".repeat(64);

  /** What the text holds and in what order: another one would be another number. */
  private static final int FORM = 1;

  /** The same with the amendments; used where there are any. */
  private static final int FORM_WITH_AMENDMENTS = 2;

  private final MinutesDao dao;
  private final Minutes minutes;
  private final Meetings meetings;

  Sealing(Jdbi jdbi, Minutes minutes, Meetings meetings) {
    this.dao = jdbi.onDemand(MinutesDao.class);
    this.minutes = minutes;
    this.meetings = meetings;
  }

  /**
   * A seal that no longer holds.
   *
   * @param chained whether it is what stands before it that changed: a seal was taken out
   */
  record Broken(MeetingId meeting, boolean chained) {}

  /** Seals minutes that were approved and signed. */
  String seal(Meeting meeting, Instant at) {
    dao.holdSeals();
    List<MinutesDao.Sealed> all = dao.seals();
    String before = all.isEmpty() ? FIRST : all.getLast().seal();
    String seal = of(before, minutes.of(meeting));
    dao.seal(meeting.id(), seal, before, at);
    return seal;
  }

  /** How many minutes are sealed. */
  int count() {
    return dao.seals().size();
  }

  /** What was changed since it was sealed; empty when nothing was. */
  List<Broken> broken() {
    List<Broken> broken = new ArrayList<>();
    String before = FIRST;
    for (MinutesDao.Sealed each : dao.seals()) {
      if (!each.sealBefore().equals(before)) broken.add(new Broken(each.meeting(), true));
      Proceedings said = minutes.of(meetings.get(each.meeting()));
      if (!of(each.sealBefore(), said).equals(each.seal()))
        broken.add(new Broken(each.meeting(), false));
      before = each.seal();
    }
    return broken;
  }

  private static String of(String before, Proceedings said) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(text(said).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** All that was approved; what comes after, such as an action that is done, is not in it. */
  private static String text(Proceedings said) {
    ObjectNode all = JSON.createObjectNode();
    Meeting meeting = said.meeting();
    all.put("form", said.amendments().isEmpty() ? FORM : FORM_WITH_AMENDMENTS);
    all.put("uid", meeting.uid());
    all.put("title", meeting.title());
    all.put("starts", meeting.startsAt().toString());
    all.put("place", meeting.place());
    all.put("needed", said.quorum().needed());
    said.sitting()
        .ifPresent(
            sitting -> {
              all.put("opened", sitting.openedAt().toString());
              all.put("ended", text(sitting.endedAt()));
            });
    ArrayNode people = all.putArray("people");
    for (Participant each : said.participants())
      people
          .addObject()
          .put("person", each.person().id().value())
          .put("standing", each.standing().name())
          .put("member", each.member());
    // by number, since names may change
    sort(people);
    ArrayNode moves = all.putArray("moves");
    for (Movement each : said.movements())
      moves
          .addObject()
          .put("person", each.person().value())
          .put("standing", each.standing().name())
          .put("at", each.at().toString());
    ArrayNode notes = all.putArray("notes");
    for (Note each : said.notes())
      notes
          .addObject()
          .put("text", each.text())
          .put("author", each.author().value())
          .put("item", each.item());
    ArrayNode decisions = all.putArray("decisions");
    for (Decision each : said.decisions()) decisions.add(decision(each));
    if (!said.amendments().isEmpty()) {
      ArrayNode amendments = all.putArray("amendments");
      for (Amendment each : said.amendments()) amendments.add(amendment(each));
    }
    ArrayNode actions = all.putArray("actions");
    for (ActionItem each : said.actions())
      actions
          .addObject()
          .put("number", each.number())
          .put("text", each.text())
          .put("person", each.responsible().value())
          .put("due", each.due().toString());
    said.life().ifPresent(life -> add(all, life));
    return all.toString();
  }

  private static void sort(ArrayNode people) {
    List<ObjectNode> sorted = new ArrayList<>();
    people.forEach(each -> sorted.add((ObjectNode) each));
    sorted.sort(
        (one, other) -> Long.compare(one.get("person").asLong(), other.get("person").asLong()));
    people.removeAll();
    people.addAll(sorted);
  }

  private static ObjectNode decision(Decision each) {
    ObjectNode node = JSON.createObjectNode();
    node.put("number", each.number());
    node.put("text", each.text());
    node.put("quorate", each.quorate());
    node.put("present", each.present());
    node.put("outcome", each.outcome().name());
    node.put("item", each.item());
    node.put("mover", Optional.ofNullable(each.mover()).map(by -> by.value()).orElse(null));
    node.put("seconder", Optional.ofNullable(each.seconder()).map(by -> by.value()).orElse(null));
    node.put("for", each.inFavour());
    node.put("against", each.against());
    node.put("abstained", each.abstained());
    node.put("dissent", each.dissent());
    // what was sealed before rules were kept stays what it was
    if (each.rule() != DecisionRule.MAJORITY) node.put("rule", each.rule().name());
    return node;
  }

  private static ObjectNode amendment(Amendment each) {
    ObjectNode node = JSON.createObjectNode();
    node.put("decision", each.decision());
    node.put("text", each.text());
    node.put("sub", each.sub());
    node.put("mover", Optional.ofNullable(each.mover()).map(by -> by.value()).orElse(null));
    node.put("seconder", Optional.ofNullable(each.seconder()).map(by -> by.value()).orElse(null));
    node.put("for", each.inFavour());
    node.put("against", each.against());
    node.put("abstained", each.abstained());
    node.put("outcome", each.outcome().name());
    return node;
  }

  private static void add(ObjectNode all, Life life) {
    all.put("approved", text(life.approvedAt()));
    all.put(
        "approvedIn", Optional.ofNullable(life.approvedIn()).map(MeetingId::value).orElse(null));
    all.put("amended", life.amended());
    ArrayNode corrections = all.putArray("corrections");
    for (Correction each : life.corrections())
      corrections
          .addObject()
          .put("person", each.person().value())
          .put("text", each.text())
          .put("accepted", each.accepted());
    ArrayNode signatures = all.putArray("signatures");
    for (Signature each : life.signatures())
      signatures
          .addObject()
          .put("function", each.function().name())
          .put("person", each.person().value())
          .put("at", each.at().toString());
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : Objects.toString(at);
  }
}
