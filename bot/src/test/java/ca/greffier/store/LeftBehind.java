package ca.greffier.store;

import java.nio.file.Path;

/** A process that writes a row, then is killed and leaves its server running. */
final class LeftBehind {
  static final int KILLED = 9;
  static final int BUSY = 3;

  private LeftBehind() {}

  public static void main(String[] arguments) {
    try {
      Store store = Store.embedded(Path.of(arguments[0]));
      store.jdbi().useHandle(handle -> handle.execute("CREATE TABLE kept AS SELECT 42 AS n"));
      Runtime.getRuntime().halt(KILLED);
    } catch (StoreFailure failure) {
      System.exit(failure.phrase().key().equals("store.busy") ? BUSY : 1);
    }
  }
}
