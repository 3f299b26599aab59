package ca.greffier.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A password or a token; only {@link #reveal} shows it. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  static Optional<Secret> ofVariable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Secret::new);
  }

  static Optional<Secret> ofFile(Path file) {
    try {
      String content = Files.readString(file).strip();
      return content.isEmpty() ? Optional.empty() : Optional.of(new Secret(content));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "•";
  }
}
