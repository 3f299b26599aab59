package ca.greffier.meeting;

import ca.greffier.store.Id;

/** A meeting; people call it by this number. */
public record MeetingId(long value) implements Id {}
