package ca.greffier.newsletter;

import ca.greffier.newsletter.SubscriptionDao.Proven;
import ca.greffier.paper.Block;
import ca.greffier.paper.Paper;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What proves that an address could be written to, as a document for whoever asks. */
final class ConsentPaper {
  private final Messages messages;

  ConsentPaper(Messages messages) {
    this.messages = messages;
  }

  /**
   * @param held what else is kept of them, by the message that names it
   */
  Paper of(
      String address,
      Map<String, Object> held,
      List<Proven> proofs,
      Language language,
      Instant at) {
    List<Block> blocks = new ArrayList<>();
    List<Block.Fact> kept = new ArrayList<>();
    held.forEach((label, value) -> kept.add(fact(language, label, value)));
    blocks.add(new Block.Facts(kept));
    for (Proven each : proofs) {
      blocks.add(new Block.Heading(2, each.title()));
      blocks.add(new Block.Facts(facts(each, language)));
    }
    blocks.add(new Block.Text(messages.say(language, "newsletter.proof.made", at)));
    String title = messages.say(language, "newsletter.proof.paper", address);
    return new Paper(language, title, "", title, blocks);
  }

  private List<Block.Fact> facts(Proven one, Language language) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(fact(language, "newsletter.field.basis", ConsentCommands.basis(one.basis())));
    facts.add(fact(language, "newsletter.field.given", one.givenOn()));
    if (one.expiresOn() != null)
      facts.add(fact(language, "newsletter.field.expires", one.expiresOn()));
    facts.add(fact(language, "newsletter.field.evidence", one.evidence()));
    if (one.unsubscribedAt() != null)
      facts.add(fact(language, "newsletter.field.withdrawal", one.unsubscribedAt()));
    return facts;
  }

  private Block.Fact fact(Language language, String label, Object value) {
    return new Block.Fact(messages.say(language, label), messages.word(language, value));
  }
}
