package ca.greffier.meeting;

import ca.greffier.directory.Person;

/** An invitation and the person it is for. */
public record Invited(Person person, Invitation invitation) {}
