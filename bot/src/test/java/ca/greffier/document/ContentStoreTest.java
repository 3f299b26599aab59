package ca.greffier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on disk: kept once, whole or not at all, and never given out changed. */
class ContentStoreTest {
  private static final byte[] GUIDE = "Guide de numérisation".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void a_content_is_kept_once_under_its_hash() throws IOException {
    ContentStore store = new ContentStore(folder);
    String sha256 = store.put(GUIDE);
    assertThat(store.put(GUIDE.clone())).isEqualTo(sha256);
    assertThat(files())
        .containsExactly(
            folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256));
    assertThat(Files.readAllBytes(store.verified(sha256))).isEqualTo(GUIDE);
  }

  @Test
  void what_has_changed_is_not_given_out_and_comes_back_with_the_same_file() throws IOException {
    ContentStore store = new ContentStore(folder);
    String sha256 = store.put(GUIDE);
    Files.writeString(store.path(sha256), "Guide de numérisatiom");
    assertThatThrownBy(() -> store.verified(sha256)).hasMessageContaining("document.store.damaged");
    Files.delete(store.path(sha256));
    assertThatThrownBy(() -> store.verified(sha256)).hasMessageContaining("document.store.damaged");
    Files.writeString(store.path(sha256), "abîmé");
    store.put(GUIDE);
    assertThat(Files.readAllBytes(store.verified(sha256))).isEqualTo(GUIDE);
  }

  @Test
  void a_full_disk_keeps_nothing() throws IOException {
    ContentStore store = new ContentStore(folder, Long.MAX_VALUE / 2);
    assertThatThrownBy(() -> store.put(GUIDE)).hasMessageContaining("document.store.full");
    assertThat(files()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_written_keeps_nothing() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("documents"), "un fichier, pas un dossier");
    ContentStore store = new ContentStore(inTheWay);
    assertThatThrownBy(() -> store.put(GUIDE)).hasMessageContaining("document.store.broken");
    assertThat(files()).containsExactly(inTheWay);
  }

  @Test
  void a_move_that_fails_leaves_nothing_half_written() throws IOException {
    ContentStore store = new ContentStore(folder);
    String sha256 = store.put(GUIDE);
    Files.delete(store.path(sha256));
    Files.createDirectories(store.path(sha256).resolve("un dossier à sa place"));
    assertThatThrownBy(() -> store.put(GUIDE)).hasMessageContaining("document.store.broken");
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
