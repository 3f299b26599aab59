package ca.greffier.app;

/** What the demonstration must have come to, counted in the database and in the mailboxes. */
final class DemoCounts {
  private static final String LETTERS =
      "SELECT count(*) FROM outbox WHERE state = 'sent' AND payload ->> 'template' = ?";

  private final DemoStage stage;
  private final DemoMail mail;
  private boolean fine = true;

  DemoCounts(DemoStage stage, DemoMail mail) {
    this.stage = stage;
    this.mail = mail;
  }

  /** Tells each count; false when one is not what it should be. */
  boolean tell() {
    stage.tell("demo.counts");
    check("people", 27, rows("person"));
    check("deliverables", 30, rows("deliverable"));
    check("budget", 12, rows("budget_line"));
    check("rounds", 8, rows("progress_round"));
    check("answers", 7, stage.count("SELECT count(DISTINCT round) FROM progress_answer"));
    for (String door : new String[] {"CONSOLE", "MAIL", "WEB"})
      check("door." + door, 1, door(door));
    check("reminders", 2, stage.count(LETTERS, "point-relance"));
    check("gaps", 18, rows("gap"));
    check("gapletters", 40, stage.count(LETTERS, "ecart"));
    check("taken", 1, stage.count("SELECT count(*) FROM gap WHERE taken_by IS NOT NULL"));
    check("convocations", 64, stage.count(LETTERS, "convocation"));
    check("coming", 40, stage.count("SELECT count(*) FROM invitation WHERE presence = 'YES'"));
    check("recalls", 15, stage.count(LETTERS, "convocation-rappel"));
    check("decisions", 15, rows("decision"));
    check("actions", 3, rows("action_item"));
    check("minutes", 57, stage.count(LETTERS, "compte-rendu"));
    check("changed", 16, stage.count(LETTERS, "convocation-changement"));
    check("seals", 6, stage.count("SELECT count(*) FROM minutes WHERE seal IS NOT NULL"));
    check("issues", 200, stage.count("SELECT count(*) FROM campaign_letter WHERE state = 'sent'"));
    check(
        "unsubscribed",
        1,
        stage.count("SELECT count(*) FROM subscription WHERE unsubscribed_at IS NOT NULL"));
    check("suppressed", 1, rows("suppression"));
    check("lost", 0, stage.count("SELECT count(*) FROM parcel WHERE state <> 'sent'"));
    check("kept", stage.count("SELECT count(*) FROM parcel WHERE kind = 'letter'"), kept());
    stage.tell(fine ? "demo.counts.fine" : "demo.counts.wrong");
    return fine;
  }

  /** Whether a door was used at all: 1 or 0. */
  private int door(String source) {
    String sql =
        "SELECT count(*) FROM journal WHERE refusal IS NULL AND source = ?"
            + " AND command IN ('point donner', 'rencontre repondre')";
    return Math.min(1, stage.count(sql, source));
  }

  private int kept() {
    return mail.mails(mail -> DemoMail.address(mail, "From").equals(DemoMail.GREFFIER)).size();
  }

  private int rows(String table) {
    return stage.count("SELECT count(*) FROM " + table);
  }

  private void check(String what, int expected, int found) {
    if (expected != found) fine = false;
    String verdict = expected == found ? "demo.count.right" : "demo.count.wrong";
    stage.tell(verdict, stage.words("demo.count." + what), found, expected);
  }
}
