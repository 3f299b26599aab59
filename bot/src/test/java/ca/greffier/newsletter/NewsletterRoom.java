package ca.greffier.newsletter;

import static ca.greffier.house.Scene.MONTREAL;

import ca.greffier.document.ContentStore;
import ca.greffier.document.Documents;
import ca.greffier.document.PublicPictures;
import ca.greffier.house.Scene;
import ca.greffier.meeting.Meetings;
import ca.greffier.minutes.Minutes;
import ca.greffier.plan.Plan;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/** The room on a scene, with those that its passages are filled from. */
public final class NewsletterRoom {
  private static final ContentStore STORE = new ContentStore(Path.of("target", "documents"));

  private NewsletterRoom() {}

  public static NewsletterCommands commands(Scene scene) {
    return new NewsletterCommands(
        parts(scene), blocks(scene), scene.kinds, new NewsletterKinds(scene.store.jdbi()));
  }

  static NewsletterCommands.Parts parts(Scene scene) {
    return new NewsletterCommands.Parts(
        scene.store.jdbi(),
        scene.people,
        scene.bodies,
        scene.outbox,
        scene.campaigns,
        scene.tokens,
        new PublicPictures(documents(scene), STORE),
        MONTREAL);
  }

  private static Documents documents(Scene scene) {
    return new Documents(scene.store.jdbi(), STORE, MONTREAL);
  }

  static Blocks blocks(Scene scene) {
    Jdbi jdbi = scene.store.jdbi();
    Meetings meetings = new Meetings(jdbi, scene.bodies, scene.people, MONTREAL);
    return new Blocks(
        jdbi,
        new Blocks.Sources(
            new Minutes(jdbi, meetings, scene.people),
            meetings,
            new Plan(jdbi, MONTREAL),
            documents(scene),
            scene.messages));
  }
}
