package ca.greffier.chat;

import ca.greffier.text.Phrase;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** What went wrong with Discord, as a sentence that says what to do. */
final class Troubles {
  private Troubles() {}

  static Phrase of(Throwable trouble) {
    return switch (trouble) {
      case ErrorResponseException refused -> of(refused);
      case InsufficientPermissionException missing ->
          Phrase.of("chat.trouble.permission", missing.getPermission().getName());
      default -> Phrase.of("chat.trouble.unknown", String.valueOf(trouble.getMessage()));
    };
  }

  private static Phrase of(ErrorResponseException refused) {
    return switch (refused.getErrorResponse()) {
      case MISSING_ACCESS, MISSING_PERMISSIONS -> Phrase.of("chat.trouble.access");
      case UNKNOWN_CHANNEL -> Phrase.of("chat.trouble.channel");
      case UNKNOWN_INTERACTION, INTERACTION_ALREADY_ACKNOWLEDGED -> Phrase.of("chat.trouble.late");
      case CANNOT_SEND_TO_USER -> Phrase.of("chat.trouble.closed");
      case SERVER_ERROR -> Phrase.of("chat.trouble.down");
      default -> Phrase.of("chat.trouble.unknown", number(refused) + " " + refused.getMeaning());
    };
  }

  /** True when trying again without changing anything cannot help. */
  static boolean isFinal(Throwable trouble) {
    return switch (trouble) {
      case ErrorResponseException refused ->
          refused.getErrorResponse() != ErrorResponse.SERVER_ERROR
              && refused.getResponse().code / 100 == 4;
      case InsufficientPermissionException _ -> true;
      default -> false;
    };
  }

  private static String number(ErrorResponseException refused) {
    int code = refused.getErrorCode();
    return Integer.toString(code == 0 ? refused.getResponse().code : code);
  }
}
