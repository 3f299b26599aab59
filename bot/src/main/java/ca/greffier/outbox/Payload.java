package ca.greffier.outbox;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** How a parcel's content is kept in its row. */
final class Payload {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Payload() {}

  static String kind(Outgoing what) {
    return switch (what) {
      case Letter _ -> "letter";
      case Post _ -> "post";
    };
  }

  /** The address or the channel. */
  static String addressee(Outgoing what) {
    return switch (what) {
      case Letter letter -> letter.address().toLowerCase(Locale.ROOT);
      case Post post -> post.channel();
    };
  }

  static String write(Outgoing what) {
    return JSON.writeValueAsString(what);
  }

  static Outgoing read(String kind, String json) {
    Class<? extends Outgoing> type = kind.equals("letter") ? Letter.class : Post.class;
    return JSON.readValue(json, type);
  }
}
