package ca.greffier.exchange;

import java.util.List;
import java.util.Optional;

/**
 * What a column of a table of tasks holds, by the heads that programs and people give it, in lower
 * case without accents.
 */
enum Column {
  ID(
      "id",
      "code",
      "no",
      "n°",
      "numero",
      "uid",
      "id unique",
      "unique id",
      "activity id",
      "task id",
      "id de tache"),
  NAME(
      "titre",
      "nom",
      "tache",
      "nom de la tache",
      "nom de tache",
      "activite",
      "livrable",
      "jalon ou livrable",
      "name",
      "title",
      "task",
      "task name",
      "activity",
      "activity name",
      "deliverable"),
  START(
      "debut", "date de debut", "start", "start date", "begin date", "early start", "commence le"),
  FINISH(
      "fin",
      "date de fin",
      "prevu",
      "date prevue",
      "echeance",
      "termine le",
      "finish",
      "finish date",
      "end",
      "end date",
      "due",
      "due date",
      "early finish"),
  BASELINE(
      "reference",
      "date de reference",
      "fin de reference",
      "fin planifiee",
      "baseline",
      "baseline finish",
      "planned finish"),
  ACTUAL("atteint", "fin reelle", "date reelle", "realise", "actual finish", "completed on"),
  PERCENT(
      "avancement",
      "% acheve",
      "% termine",
      "pourcentage",
      "pourcentage acheve",
      "% complete",
      "percent complete",
      "completion",
      "progress"),
  MILESTONE("jalon", "nature", "type", "milestone"),
  LEVEL("niveau", "niveau hierarchique", "outline level", "level"),
  BEFORE(
      "predecesseur",
      "predecesseurs",
      "depend de",
      "apres",
      "predecessor",
      "predecessors",
      "depends on"),
  RESOURCE(
      "ressource",
      "ressources",
      "noms ressources",
      "noms des ressources",
      "responsable",
      "resource",
      "resources",
      "resource names",
      "assigned to",
      "owner");

  private final List<String> heads;

  Column(String... heads) {
    this.heads = List.of(heads);
  }

  /** Its head among those of a table; of several, the one that is named first above. */
  Optional<String> in(List<String> columns) {
    return heads.stream().filter(columns::contains).findFirst();
  }
}
