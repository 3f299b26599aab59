package ca.greffier.meeting;

import java.time.Instant;

/** What is settled about a meeting before it is convened; empty text is not settled yet. */
public record MeetingPlan(
    String title, Instant startsAt, int minutes, String place, String agenda) {}
