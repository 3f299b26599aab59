package ca.greffier.command;

/** The doors. */
public enum Source {
  CHAT,
  CONSOLE,
  WEB,
  MAIL
}
