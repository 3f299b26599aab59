package ca.greffier.command;

/** What a person may do, from least to most; each role may do what those before it may. */
public enum Role {
  /** Somebody we do not know. */
  ANYONE,
  /** A person of the directory. */
  MEMBER,
  /** Runs the project: the project officer, the project manager, the project director. */
  SECRETARY,
  /** Changes who may do what. */
  ADMIN;

  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
