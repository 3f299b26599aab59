package ca.greffier.house;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "greffier.snapshots", matches = "write")
class SnapshotsTest {
  @Test
  void a_snapshot_that_differs_fails() {
    Snapshots.verify("house/example.txt", "L’été\r\nviendra.");
    assertThatThrownBy(() -> Snapshots.verify("house/example.txt", "L’hiver viendra."))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_missing_snapshot_fails_and_says_how_to_write_it() {
    assertThatThrownBy(() -> Snapshots.verify("house/missing.txt", "?"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dgreffier.snapshots=write");
  }

  @Test
  void a_snapshot_stays_in_its_folder() {
    assertThatThrownBy(() -> Snapshots.verify("../../outside.txt", "?"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
