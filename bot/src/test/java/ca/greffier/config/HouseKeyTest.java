package ca.greffier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseKeyTest {
  @TempDir private Path folder;

  @Test
  void the_key_is_made_once_and_for_its_owner_only() throws IOException {
    Path file = folder.resolve("data/secret.key");
    byte[] key = HouseKey.of(file);
    assertThat(key).hasSize(32);
    assertThat(HouseKey.of(file)).isEqualTo(key);
    assertThat(HouseKey.of(folder.resolve("other.key"))).isNotEqualTo(key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("data")).isDirectoryContaining("glob:**/secret.key");
  }

  @Test
  void a_file_that_is_not_a_key_is_kept_and_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.key"), "too short");
    assertThat(failure(file)).isEqualTo("config.key.short");
    assertThat(file).hasContent("too short");
    assertThat(failure(folder)).isEqualTo("config.key.unreadable");
  }

  private static String failure(Path file) {
    return catchThrowableOfType(ConfigFailure.class, () -> HouseKey.of(file))
        .phrases()
        .getFirst()
        .key();
  }
}
