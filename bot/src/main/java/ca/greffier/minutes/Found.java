package ca.greffier.minutes;

import ca.greffier.meeting.MeetingId;

/**
 * Something that was said, decided or promised and holds the words that are sought.
 *
 * @param kind NOTE, DECISION or ACTION
 * @param number of a decision or an action; empty for a note
 */
record Found(MeetingId meeting, String kind, String number, String text) {}
