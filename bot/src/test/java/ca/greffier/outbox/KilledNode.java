package ca.greffier.outbox;

import ca.greffier.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A process of {@link KillTest} that dies after carrying its first parcel, before settling it. */
final class KilledNode {
  static final int STATUS = 9;

  private KilledNode() {}

  /**
   * @param arguments the database's address, its user and password, the file to carry to, the time
   */
  public static void main(String[] arguments) {
    Store store = Store.connect(arguments[0], arguments[1], arguments[2]);
    Carrier dying =
        new ToFile(Path.of(arguments[3])) {
          @Override
          public String carry(Parcel parcel) {
            super.carry(parcel);
            Runtime.getRuntime().halt(STATUS);
            throw new IllegalStateException("halted");
          }
        };
    Instant now = Instant.parse(arguments[4]);
    InstantSource clock = InstantSource.fixed(now);
    Suppressions suppressions = new Suppressions(store.jdbi());
    new Dispatch(store.jdbi(), suppressions, List.of(dying), clock).run(now);
  }

  /** Carries parcels by writing their once-key on a line. */
  static class ToFile implements Carrier {
    private final Path file;

    ToFile(Path file) {
      this.file = file;
    }

    @Override
    public boolean carries(Outgoing what) {
      return true;
    }

    @Override
    public String carry(Parcel parcel) {
      try {
        Files.writeString(
            file, parcel.onceKey() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return "written";
    }
  }
}
