package ca.greffier.chat;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A failure that the local server is told to answer. */
public record Fault(int status, Map<String, String> headers, JsonNode body) {

  /** Discord's own error, by its number: 50013, 10062... */
  public static Fault error(int status, int code) {
    return new Fault(status, Map.of(), Json.of("code", code, "message", "Refused for the test"));
  }

  /** Too many requests; without the Via header JDA takes it for a ban by the network's edge. */
  public static Fault tooMany(int seconds) {
    return new Fault(
        429,
        Map.of("Retry-After", Integer.toString(seconds), "Via", "1.1 google"),
        Json.of("message", "You are being rate limited.", "retry_after", seconds, "global", false));
  }

  public static Fault down(int status) {
    return new Fault(status, Map.of(), Json.of("message", "Down for the test"));
  }
}
