package ca.greffier.app;

/** The command line; see {@code bot/greffier --help}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(1);
  }
}
