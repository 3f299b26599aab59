package ca.greffier.document;

import ca.greffier.command.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files kept on disk under the SHA-256 of what is in them ({@code ab/cd/abcd…}): the same content
 * is kept once, nothing is half written, and nothing that has changed is given out. It knows
 * nothing of the database; nodes that share one share this folder too.
 */
public final class ContentStore {
  private static final Logger LOG = LoggerFactory.getLogger(ContentStore.class);

  /** Left free for the rest of the house: the database is often on the same disk. */
  private static final long RESERVE = 100L << 20;

  private static final int BUFFER = 64 << 10;

  private final Path folder;
  private final Path unfinished;
  private final long reserve;

  /**
   * @param folder made when the first file comes
   */
  public ContentStore(Path folder) {
    this(folder, RESERVE);
  }

  ContentStore(Path folder, long reserve) {
    this.folder = folder;
    this.unfinished = folder.resolve("tmp");
    this.reserve = reserve;
  }

  /**
   * Keeps a content, on the disk itself when this returns.
   *
   * @return its SHA-256
   * @throws Refusal when the disk is full or cannot be written: then nothing is kept
   */
  String put(byte[] bytes) {
    String sha256 = HexFormat.of().formatHex(sha256().digest(bytes));
    Path path = path(sha256);
    try {
      if (Files.isRegularFile(path) && hash(path).equals(sha256)) return sha256;
      Files.createDirectories(unfinished);
      Files.createDirectories(directory(sha256));
      if (Files.getFileStore(folder).getUsableSpace() < bytes.length + reserve)
        throw new Refusal("document.store.full");
      Path temporary = Files.createTempFile(unfinished, "depot", null);
      try {
        write(temporary, bytes);
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      settle(directory(sha256));
      return sha256;
    } catch (IOException broken) {
      LOG.error("the document store cannot be written: {}", folder, broken);
      throw new Refusal("document.store.broken");
    }
  }

  /**
   * A content, read whole once to be sure that it is what it was.
   *
   * @throws Refusal when it is gone or has changed
   */
  public Path verified(String sha256) {
    Path path = path(sha256);
    try {
      if (Files.isRegularFile(path) && hash(path).equals(sha256)) return path;
      LOG.error("the content {} is gone or has changed; put back the copy of {}", sha256, path);
    } catch (IOException broken) {
      LOG.error("the document store cannot be read: {}", path, broken);
    }
    throw new Refusal("document.store.damaged");
  }

  /** A new file that its maker deletes, beside the contents. */
  Path temporary() {
    try {
      Files.createDirectories(unfinished);
      return Files.createTempFile(unfinished, "texte", null);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Path path(String sha256) {
    return directory(sha256).resolve(sha256);
  }

  private Path directory(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) channel.write(left);
      channel.force(true);
    }
  }

  /** The name of a new file is on the disk only once its folder is. */
  private static void settle(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream stream = Files.newInputStream(file)) {
      for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer))
        digest.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
