package ca.greffier.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The Discord server that is spoken in.
 *
 * @param guild the server's id
 * @param apiUrl Discord's own when absent
 * @param gatewayUrl the one that the API names when absent
 * @param lines whether lines with tags are heard in the channel of an open sitting; it takes the
 *     privileged intent Message Content
 */
public record Discord(
    Secret token,
    String guild,
    @Nullable URI apiUrl,
    @Nullable URI gatewayUrl,
    Compression compression,
    boolean lines) {

  /** What the gateway's messages are compressed with. */
  public enum Compression {
    NONE,
    ZLIB
  }

  static Discord read(Section section) {
    Discord discord =
        new Discord(
            section.secret("token"),
            section.text("guild"),
            section.url("apiUrl", "https", "http").orElse(null),
            section.url("gatewayUrl", "wss", "ws").orElse(null),
            section.choice("compression", Compression.class, Compression.ZLIB),
            section.flag("lines", false));
    if (!discord.guild.matches("\\d{0,20}"))
      section.fault("config.guild", section.line("guild"), discord.guild);
    section.end();
    return discord;
  }
}
