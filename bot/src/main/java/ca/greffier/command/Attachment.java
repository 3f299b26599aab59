package ca.greffier.command;

/** A file given with a command; its name is only a label. */
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String name, byte[] bytes) {}
