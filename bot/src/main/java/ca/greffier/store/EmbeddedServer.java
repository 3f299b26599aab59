package ca.greffier.store;

import ca.greffier.text.Phrase;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A real PostgreSQL server of our own, its rows kept in {@code DIR/postgres} between runs. It
 * listens on 127.0.0.1 only and asks for a password that is kept with its rows. Only one process at
 * a time may use DIR. See decision record 0006.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final String USER = "greffier";
  private static final int STARTS = 3;

  private final Path directory;
  private final Path rows;
  private final FileChannel lock;
  private final Path bin;
  private final List<String> unprivileged;
  private int port;

  private EmbeddedServer(Path directory, FileChannel lock) throws IOException {
    this.directory = directory;
    this.rows = directory.resolve("postgres");
    this.lock = lock;
    this.unprivileged = unprivileged();
    this.bin = Binaries.unpacked(directory).resolve("bin");
  }

  /**
   * Starts the server, after stopping the one a killed process may have left.
   *
   * @param settings of PostgreSQL, beside those that keep the rows safe
   * @throws StoreFailure when the directory is in use or cannot be written, or root may not give up
   *     its rights
   */
  public static EmbeddedServer start(Path directory, Map<String, String> settings) {
    Path absolute = directory.toAbsolutePath().normalize();
    FileChannel lock = lock(absolute);
    try {
      EmbeddedServer server = new EmbeddedServer(absolute, lock);
      server.stopOrphan();
      if (!Files.exists(server.rows)) server.create();
      server.start(settings);
      return server;
    } catch (IOException e) {
      release(lock);
      throw failed(absolute, e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String user() {
    return USER;
  }

  public String password() {
    try {
      return Files.readString(passwordFile(rows)).strip();
    } catch (IOException e) {
      throw new StoreFailure("store.unwritable", rows);
    }
  }

  /** Stops the server, rolling back what is under way. */
  @Override
  public void close() {
    if (!lock.isOpen()) return;
    try {
      control("stop", "-m", "fast");
    } catch (IOException e) {
      throw failed(directory, e);
    } finally {
      release(lock);
    }
  }

  private static StoreFailure failed(Path directory, IOException e) {
    return new StoreFailure(Phrase.of("store.server", directory.resolve("postgres.log")), e);
  }

  private static FileChannel lock(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve("greffier.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (tryLock(channel)) return channel;
      channel.close();
    } catch (IOException e) {
      throw new StoreFailure("store.unwritable", directory);
    }
    throw new StoreFailure("store.busy", directory);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException takenByThisProcess) {
      return false;
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PostgreSQL refuses to run as root: a user namespace takes root's rights away. */
  private static List<String> unprivileged() throws IOException {
    if (new UnixSystem().getUid() != 0) return List.of();
    List<String> prefix = List.of("unshare", "--user");
    List<String> trial = new ArrayList<>(prefix);
    trial.add("true");
    try {
      if (run(new ProcessBuilder(trial)) == 0) return prefix;
    } catch (IOException noSuchProgram) {
      throw new StoreFailure("store.root");
    }
    throw new StoreFailure("store.root");
  }

  /**
   * A killed process leaves its server running. The process number in its file may since have been
   * given to another program, which must not be stopped for it.
   */
  private void stopOrphan() throws IOException {
    Path file = rows.resolve("postmaster.pid");
    if (!Files.exists(file)) return;
    Optional<ProcessHandle> process =
        Files.readString(file)
            .lines()
            .findFirst()
            .filter(line -> line.matches("\\d{1,9}"))
            .map(Long::valueOf)
            .flatMap(ProcessHandle::of);
    if (process.isEmpty()) return;
    if (isOurServer(process.get())) control("stop", "-m", "fast");
    else Files.delete(file);
  }

  private boolean isOurServer(ProcessHandle process) {
    String command = process.info().commandLine().orElse("");
    return command.contains("/bin/postgres ") && command.contains(rows.toString());
  }

  /** Makes the rows' directory beside its place, then renames it: what is there is whole. */
  private void create() throws IOException {
    Path part = directory.resolve("postgres.new");
    Path password = directory.resolve("postgres.password.new");
    if (Files.exists(part)) Binaries.delete(part);
    Files.deleteIfExists(password);
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, Base64.getUrlEncoder().encodeToString(random));
    must(
        "initdb",
        "-D",
        part.toString(),
        "-U",
        USER,
        "--auth=scram-sha-256",
        "--pwfile=" + password,
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
    Files.move(password, passwordFile(part));
    Files.move(part, rows, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path passwordFile(Path rows) {
    return rows.resolve("greffier.password");
  }

  private void start(Map<String, String> settings) throws IOException {
    for (int trial = 1; ; trial++) {
      port = freePort();
      try {
        control(
            "start", "-l", directory.resolve("postgres.log").toString(), "-o", options(settings));
        return;
      } catch (IOException portTakenMeanwhile) {
        if (trial == STARTS) throw portTakenMeanwhile;
      }
    }
  }

  private String options(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("port", String.valueOf(port));
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("timezone", "UTC");
    StringBuilder options = new StringBuilder();
    all.forEach((name, value) -> options.append(" -c ").append(name).append('=').append(value));
    return options.toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void control(String verb, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-D", rows.toString(), "-w", "-t", "60"));
    arguments.addAll(List.of(more));
    arguments.add(verb);
    must("pg_ctl", arguments.toArray(String[]::new));
  }

  private void must(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(unprivileged);
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.redirectOutput(
        ProcessBuilder.Redirect.appendTo(directory.resolve("postgres.log").toFile()));
    process.environment().put("LC_ALL", "C");
    int status = run(process);
    if (status != 0) throw new IOException(program + ": " + status);
  }

  private static int run(ProcessBuilder process) throws IOException {
    try {
      return process.redirectErrorStream(true).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
