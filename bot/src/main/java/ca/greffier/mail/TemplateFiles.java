package ca.greffier.mail;

import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The template files: those of a folder, and behind them those in the jar. A letter's file has its
 * subject on the first line; {@code fr/code.md#subject} and {@code fr/code.md} are its two
 * templates, with the line numbers of the file. A layout in MJML is compiled as it is read; {@code
 * layout.mjml#source} is what somebody wrote.
 */
final class TemplateFiles implements Loader<String> {
  static final String SUBJECT = "#subject";
  static final String SOURCE = "#source";
  private static final String PACKAGED = "/mail-templates/";
  private static final String FIRST_LINE = "subject:";

  private final @Nullable Path folder;

  /**
   * @param folder its files stand before the packaged ones; may be null
   */
  TemplateFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  /** The names of the letters in a language, without extension. */
  SortedSet<String> letters(String language) {
    SortedSet<String> names = new TreeSet<>();
    try {
      if (folder != null && Files.isDirectory(folder.resolve(language)))
        collect(folder.resolve(language), names);
      URL layout = TemplateFiles.class.getResource(PACKAGED + "layout.mjml");
      if (layout == null) throw new IllegalStateException("the packaged templates are missing");
      URI uri = layout.toURI();
      if (!uri.getScheme().equals("jar")) collect(Path.of(uri).resolveSibling(language), names);
      else
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          collect(jar.getPath(PACKAGED, language), names);
        }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
    return names;
  }

  @Override
  public Reader getReader(String name) {
    String file = file(name);
    String source = read(file);
    if (name.endsWith(".mjml"))
      return new StringReader(kept(Mjml.html(file, source, "{{ language }}")));
    if (!file.endsWith(".md")) return new StringReader(kept(source));
    int end = (source + "\n").indexOf('\n');
    String first = source.substring(0, end);
    if (!first.startsWith(FIRST_LINE))
      throw new TemplateFault(file + ":1", "the first line must be \"subject: …\"");
    if (!name.endsWith(SUBJECT)) return new StringReader(kept(source.substring(end)));
    String subject = first.substring(FIRST_LINE.length()).strip();
    return new StringReader("{% autoescape false %}" + subject + "{% endautoescape %}");
  }

  /** The file that a template is in. */
  static String file(String name) {
    return name.replaceFirst("#.*", "");
  }

  /** Pebble drops a line end after "}}", which would join a line to the next: a space keeps it. */
  private static String kept(String source) {
    return source.replace("}}\n", "}} \n");
  }

  @Override
  public boolean resourceExists(String name) {
    try {
      return !read(file(name)).isEmpty();
    } catch (TemplateFault missing) {
      return false;
    }
  }

  @Override
  public String createCacheKey(String name) {
    return name;
  }

  @Override
  public String resolveRelativePath(String relative, String anchor) {
    return relative;
  }

  @Override
  public void setCharset(String charset) {}

  @Override
  public void setPrefix(String prefix) {}

  @Override
  public void setSuffix(String suffix) {}

  private String read(String file) {
    if (file.contains("..") || file.startsWith("/"))
      throw new TemplateFault(file, "not a template's name");
    try {
      return (folder == null ? packaged(file) : own(folder.resolve(file), file))
          .replace("\r\n", "\n");
    } catch (IOException e) {
      throw new TemplateFault(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static String own(Path path, String file) throws IOException {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException absent) {
      return packaged(file);
    }
  }

  private static String packaged(String file) throws IOException {
    try (InputStream stream = TemplateFiles.class.getResourceAsStream(PACKAGED + file)) {
      if (stream == null) throw new TemplateFault(file, "no such template");
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void collect(Path directory, SortedSet<String> names) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".md"))
          .forEach(name -> names.add(name.substring(0, name.length() - 3)));
    }
  }
}
