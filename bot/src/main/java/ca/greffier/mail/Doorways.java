package ca.greffier.mail;

import ca.greffier.command.AskId;
import ca.greffier.command.Asks;
import ca.greffier.command.Tokens;
import java.net.URI;

/**
 * The addresses that only one recipient knows. They are derived when a letter is carried and kept
 * nowhere: not in the outbox, not in backups.
 *
 * @param web the public address of the web pages
 */
public record Doorways(Asks asks, Tokens tokens, URI web) {

  String token(AskId ask) {
    return asks.token(ask);
  }

  /** The form of an Ask. */
  String form(String token) {
    return page("r", token);
  }

  /** Where one click ends a thing ({@code abonnement:17}). */
  String leaving(String thing) {
    return leavingBy(leavingToken(thing));
  }

  String leavingToken(String thing) {
    return tokens.of(thing);
  }

  String leavingBy(String token) {
    return page("u", token);
  }

  private String page(String kind, String token) {
    return web.toString().replaceAll("/+$", "") + "/" + kind + "/" + token;
  }
}
