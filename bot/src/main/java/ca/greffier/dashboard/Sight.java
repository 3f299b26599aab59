package ca.greffier.dashboard;

import ca.greffier.command.Role;

/** How much of the board somebody sees: no more than what they could ask by command. */
public enum Sight {
  /** Dates, risks and freshness. */
  MEMBER,
  /** Gaps, decisions asked and amounts too. */
  WHOLE;

  public static Sight of(Role role) {
    return role.covers(Role.SECRETARY) ? WHOLE : MEMBER;
  }
}
