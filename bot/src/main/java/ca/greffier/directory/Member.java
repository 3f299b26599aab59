package ca.greffier.directory;

/** A person and what they do in a body. */
public record Member(Person person, Function function) {}
