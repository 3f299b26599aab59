package ca.greffier.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL server of this platform, unpacked once for each user. It is unpacked beside its
 * place and then renamed into it, so that a directory that is there is whole, whoever else is
 * starting at the same time.
 */
final class Binaries {
  private Binaries() {}

  /**
   * The directory that holds {@code bin/postgres}.
   *
   * @param spare where to unpack when the user's cache cannot be written
   */
  static Path unpacked(Path spare) throws IOException {
    URLConnection archive = archive();
    String name = "postgres-" + fingerprint(archive);
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "greffier");
    for (Path place : List.of(cache, spare)) {
      if (Files.isDirectory(place.resolve(name))) return place.resolve(name);
    }
    try {
      return unpack(archive, cache, name);
    } catch (IOException unwritable) {
      return unpack(archive(), spare, name);
    }
  }

  private static Path unpack(URLConnection archive, Path place, String name) throws IOException {
    Files.createDirectories(place);
    Path whole = place.resolve(name);
    Path part = Files.createTempDirectory(place, name + ".");
    try {
      extract(archive, part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(part);
      if (!Files.isDirectory(whole)) throw e;
    }
    return whole;
  }

  private static void extract(URLConnection archive, Path target) throws IOException {
    try (InputStream stream = new BufferedInputStream(archive.getInputStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(stream))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        if (entry.isDirectory()) Files.createDirectories(file);
        else place(tar, entry, file);
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, true))
      throw new IOException("cannot make executable: " + file);
  }

  private static URLConnection archive() throws IOException {
    String name = "/postgres-" + platform() + ".txz";
    @Nullable URL url = Binaries.class.getResource(name);
    if (url == null) throw new StoreFailure("store.platform", platform());
    return url.openConnection();
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    return (system.startsWith("mac") ? "darwin" : system)
        + (machine.equals("aarch64") ? "-arm_64" : "-x86_64");
  }

  /** Tells one archive from another without reading it. */
  private static String fingerprint(URLConnection archive) throws IOException {
    long sum = archive instanceof JarURLConnection jar ? jar.getJarEntry().getCrc() : 0;
    return Long.toHexString(sum) + "-" + archive.getContentLengthLong();
  }

  static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
