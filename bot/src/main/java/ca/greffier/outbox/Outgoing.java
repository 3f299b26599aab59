package ca.greffier.outbox;

/** Something that must leave the house. */
public sealed interface Outgoing permits Letter, Post, ServerEvent {}
