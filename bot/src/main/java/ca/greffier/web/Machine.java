package ca.greffier.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * The machine that a request came from. Behind a proxy on this very machine, it is the last address
 * that the proxy wrote; what others write there is not believed.
 */
final class Machine {
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private Machine() {}

  static String of(Context ctx) {
    String forwarded = ctx.header("X-Forwarded-For");
    if (forwarded == null || !isLoopback(ctx.ip())) return ctx.ip();
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return LITERAL.matcher(last).matches() ? last : ctx.ip();
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException odd) {
      return false;
    }
  }
}
