package ca.greffier.app;

import ca.greffier.mail.BulkMail;
import ca.greffier.outbox.Campaign;
import ca.greffier.outbox.CampaignId;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.LetterClass;
import ca.greffier.outbox.Parcel.ParcelId;
import ca.greffier.outbox.Recipient;
import ca.greffier.text.Language;
import java.util.Map;

/** Finds as many words as make a letter of a given size on the wire. */
final class LetterSize {
  private static final String SENTENCE =
      "Le comité a reçu le bilan des groupes de travail et il en a discuté longuement. ";

  /** Two lengths to measure by, in sentences. */
  private static final int SHORT = 20;

  private static final int LONG = 120;

  private final BulkMail mail;

  LetterSize(BulkMail mail) {
    this.mail = mail;
  }

  String words(int size) {
    double brief = bytes(SHORT);
    double each = (bytes(LONG) - brief) / (LONG - SHORT);
    return sentences((int) Math.max(1, Math.round(SHORT + (size - brief) / each)));
  }

  private int bytes(int sentences) {
    return mail.length(
        campaign(sentences),
        new Recipient(
            new ParcelId(1),
            "infolettre:0:1",
            "abonnement:1",
            "lecteur500000@essai500.example",
            "Lecteur Numéro 500000",
            Language.FRENCH,
            null));
  }

  /** An issue of so many sentences. */
  static Campaign campaign(int sentences) {
    Map<String, Object> data =
        Map.of(
            "list", "essai",
            "listTitle", "Nouvelles",
            "number", "1",
            "title", "Bilan de la saison",
            "contents", sentences(sentences),
            "trial", false);
    Letter common = Letter.of(LetterClass.INFOLETTRE, "", "", Language.FRENCH, "infolettre", data);
    return new Campaign(new CampaignId(0), "infolettre:0", common);
  }

  /** In paragraphs of five. */
  private static String sentences(int count) {
    StringBuilder words = new StringBuilder(count * (SENTENCE.length() + 1));
    for (int i = 1; i <= count; i++) {
      words.append(SENTENCE);
      if (i % 5 == 0) words.append("\n\n");
    }
    return words.toString();
  }
}
