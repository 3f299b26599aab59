package ca.greffier.minutes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a line of a chat notes, by the tag that opens it; the tags are those of MeetBot. */
enum MeetingTag {
  START("startmeeting", "ouvrir"),
  END("endmeeting", "clore"),
  NAME("meetingname", "meetingtopic", "titre"),
  TOPIC("topic", "sujet"),
  INFO("info", "infos"),
  DECISION("agreed", "agree", "accepted", "accept", "decision", "décision", "adopte", "adopté"),
  REJECTED("rejected", "reject", "rejete", "rejeté"),
  ACTION("action"),
  IDEA("idea", "idee", "idée"),
  LINK("link", "lien"),
  HELP("help", "aide"),
  CHAIR("chair", "presidence", "présidence"),
  UNCHAIR("unchair"),
  NICK("nick"),
  HERE("here", "present", "présent", "presente", "présente"),
  UNDO("undo", "annuler");

  private final List<String> words;

  MeetingTag(String... words) {
    this.words = List.of(words);
  }

  /** Whether anybody who is convened may write it, as with MeetBot; the rest is the secretary's. */
  boolean isForAll() {
    return switch (this) {
      case INFO, IDEA, LINK, HELP, ACTION, UNDO -> true;
      case START, END, NAME, TOPIC, DECISION, REJECTED, CHAIR, UNCHAIR, NICK, HERE -> false;
    };
  }

  /**
   * @param word without its {@code #}, in any case
   */
  static Optional<MeetingTag> of(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(tag -> tag.words.contains(folded)).findFirst();
  }
}
