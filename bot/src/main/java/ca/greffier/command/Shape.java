package ca.greffier.command;

/** How a surface may draw a blank. */
public enum Shape {
  TEXT,
  LONG_TEXT,
  WHOLE_NUMBER,
  DATE,
  TIME,
  MONEY,
  CHOICE,
  FILE
}
