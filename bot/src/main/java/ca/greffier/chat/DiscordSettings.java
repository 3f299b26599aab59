package ca.greffier.chat;

import java.util.Optional;

/**
 * How to reach Discord.
 *
 * @param guild the only guild where the commands are registered; without it they are everywhere the
 *     bot is
 * @param apiUrl instead of Discord's own, behind a proxy: {@code http://127.0.0.1:8080/api/v10/}
 * @param gatewayUrl instead of Discord's own: {@code ws://127.0.0.1:8080}
 * @param compression false where a proxy cannot follow compressed frames
 */
public record DiscordSettings(
    String token,
    Optional<String> guild,
    Optional<String> apiUrl,
    Optional<String> gatewayUrl,
    boolean compression) {

  public static DiscordSettings of(String token) {
    return new DiscordSettings(token, Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "DiscordSettings[guild=" + guild + ", apiUrl=" + apiUrl + "]";
  }
}
