package ca.greffier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.greffier.command.Reply;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board where people talk: in words, and in pictures that say what they show. */
class BoardTalkStoryTest {
  @TempDir private Path data;
  private ShownHouse house;

  @BeforeEach
  void open() {
    house = new ShownHouse(data).filled();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void those_who_run_the_project_see_how_it_stands_and_every_picture() throws IOException {
    List<Reply> parts = parts(house.give(ShownHouse.CAMILLE, "tableau voir", Map.of()));
    assertThat(((Reply.Card) parts.getFirst()).fields())
        .extracting(Reply.Field::label)
        .startsWith(
            "dashboard.overall", "dashboard.dimension.SCHEDULE", "dashboard.dimension.BUDGET");
    List<Reply.Document> pictures =
        parts.stream()
            .filter(Reply.Document.class::isInstance)
            .map(Reply.Document.class::cast)
            .toList();
    assertThat(pictures)
        .extracting(Reply.Document::name)
        .contains("echeancier.png", "budget.png", "risques.png");
    for (Reply.Document each : pictures) {
      BufferedImage image =
          Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(each.bytes())));
      assertThat(image.getWidth()).as(each.name()).isGreaterThan(1000);
      assertThat(inks(image)).as("%s is drawn on", each.name()).isGreaterThan(20);
      assertThat(each.bytes().length).isLessThan(500_000);
      assertThat(each.arguments()).allSatisfy(said -> assertThat((String) said).isNotBlank());
    }
  }

  @Test
  void a_member_sees_no_amount() {
    List<Reply> parts = parts(house.give(ShownHouse.MATHIEU, "tableau voir", Map.of()));
    assertThat(parts.toString()).doesNotContain("BUDGET").doesNotContain("budget.png");
    assertThatThrownBy(
            () -> house.give(ShownHouse.MATHIEU, "tableau voir", Map.of("image", "budget")))
        .hasMessageStartingWith("dashboard.picture.closed");
  }

  @Test
  void a_past_day_may_be_asked_and_a_coming_one_not() {
    List<Reply> parts =
        parts(
            house.give(
                ShownHouse.CAMILLE,
                "tableau voir",
                Map.of("au", "2026-03-03", "image", "risques")));
    assertThat(parts).hasSize(1);
    assertThatThrownBy(
            () -> house.give(ShownHouse.CAMILLE, "tableau voir", Map.of("au", "2027-01-01")))
        .hasMessageStartingWith("dashboard.future");
  }

  private static long inks(BufferedImage image) {
    return IntStream.range(0, image.getHeight())
        .flatMap(y -> IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y)))
        .distinct()
        .count();
  }

  private static List<Reply> parts(Reply reply) {
    return ((Reply.Together) reply).parts();
  }
}
