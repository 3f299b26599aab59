package ca.greffier.directory;

/** What a person does in a body. */
public enum Function {
  /** Présidence, or who answers for the group or the supplier. */
  CHAIR,
  SECRETARY,
  MEMBER,
  /** Gestionnaire de projet; in the project's own body. */
  MANAGER,
  /** Directrice ou directeur de projet; in the project's own body. */
  DIRECTOR
}
