package ca.greffier.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an incoming mail is, from its bytes alone: nothing is looked up, nothing is done. A mail is
 * never refused with an exception, however damaged or hostile: it is {@link Unreadable} at worst.
 */
public sealed interface Reading {
  /**
   * A person's own words.
   *
   * @param to all the addresses it went to, as its headers have them
   * @param from empty when it says none that can be read
   */
  record Answer(String to, String from, String words) implements Reading {}

  /**
   * What a calendar program sends (RFC 6047): an invitation, or the answer to one.
   *
   * @param to all the addresses it went to, and the organizer's
   * @param method in upper case: REQUEST, REPLY, COUNTER, CANCEL…; empty when it does not say
   * @param partstat in upper case: ACCEPTED, DECLINED, TENTATIVE, DELEGATED, NEEDS-ACTION
   * @param recurrenceId which meeting of a series, as the calendar writes it; empty when all
   * @param starts when the event begins, which a COUNTER proposes; empty when it is not one instant
   * @param stamp when the answer was given; the latest wins within one sequence
   */
  record CalendarMail(
      String to,
      String from,
      String method,
      String uid,
      int sequence,
      String recurrenceId,
      String attendee,
      String partstat,
      Optional<Instant> starts,
      Instant stamp)
      implements Reading {}

  /**
   * A program answered by itself: never an answer, and never to be answered.
   *
   * @param why the header that says so
   */
  record AutoReply(String why) implements Reading {}

  /**
   * A mail program says that a letter was shown, or deleted unread (RFC 8098); or a server, that it
   * was handed over (RFC 3464).
   *
   * @param why its disposition
   */
  record Receipt(String why, List<Delivery> recipients) implements Reading {}

  /**
   * A server could not deliver a letter, or not yet (RFC 3464, or in words of its own).
   *
   * @param recipients empty when the server does not say whom, or not clearly
   * @param originalId the Message-ID of the letter that came back, without its brackets
   */
  record Bounce(List<Delivery> recipients, Optional<String> originalId) implements Reading {
    /** A delay is not a failure. */
    List<Delivery> failed() {
      return recipients.stream().filter(one -> one.action() == Action.FAILED).toList();
    }
  }

  /**
   * A reader called a letter unwanted, and their server tells (RFC 5965).
   *
   * @param recipients who; empty when the server hides it
   */
  record Complaint(List<Delivery> recipients, Optional<String> originalId) implements Reading {}

  /** What a server did with a letter (RFC 3464, section 2.3.3). */
  enum Action {
    FAILED,
    DELAYED,
    DELIVERED,
    RELAYED,
    EXPANDED
  }

  /**
   * What became of a letter for one recipient.
   *
   * @param address as the last server knew it
   * @param written as it was written on the letter; the same, unless mail is forwarded there
   * @param status of RFC 3463, as 5.1.1; empty when the server gives none
   * @param permanent whether writing again is useless
   */
  record Delivery(
      String address, String written, Action action, String status, boolean permanent) {}

  /**
   * A human must look at it.
   *
   * @param why a message key
   */
  record Unreadable(String why) implements Reading {}
}
