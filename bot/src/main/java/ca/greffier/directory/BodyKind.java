package ca.greffier.directory;

/** What a body is. */
public enum BodyKind {
  /** The project itself: its manager and its director hold their mandates here. */
  PROJECT,
  /** Comité directeur. */
  STEERING,
  /** Groupe de travail. */
  WORKING_GROUP,
  /** Fournisseur. */
  SUPPLIER,
  /** Conseil d'administration. */
  BOARD,
  /** Assemblée générale of the members. */
  ASSEMBLY
}
