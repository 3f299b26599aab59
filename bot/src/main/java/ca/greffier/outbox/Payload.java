package ca.greffier.outbox;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** How a parcel's content is kept in its row. */
final class Payload {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Payload() {}

  static String kind(Outgoing what) {
    return switch (what) {
      case ServerEvent _ -> "event";
      case Letter _ -> "letter";
      case Post _ -> "post";
    };
  }

  /** The address or the channel. */
  static String addressee(Outgoing what) {
    return switch (what) {
      case ServerEvent event -> event.channel();
      case Letter letter -> letter.address().toLowerCase(Locale.ROOT);
      case Post post -> post.channel();
    };
  }

  static String write(Outgoing what) {
    return JSON.writeValueAsString(what);
  }

  static Outgoing read(String kind, String json) {
    Class<? extends Outgoing> type =
        switch (kind) {
          case "event" -> ServerEvent.class;
          case "letter" -> Letter.class;
          case "post" -> Post.class;
          default -> throw new IllegalArgumentException(kind);
        };
    return JSON.readValue(json, type);
  }
}
