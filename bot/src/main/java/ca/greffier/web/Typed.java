package ca.greffier.web;

import ca.greffier.command.Attachment;
import ca.greffier.command.Param;
import ca.greffier.command.Shape;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person put in the blanks; other fields are not looked at. */
record Typed(Map<String, String> texts, Map<String, Attachment> files) {
  /** What no text field sends by itself, and PostgreSQL would refuse. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private static final int MOST_NAME = 200;

  /** The blanks of a posted form. */
  static Typed posted(Context ctx, List<Param<?>> blanks) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Attachment> files = new LinkedHashMap<>();
    for (Param<?> blank : blanks) {
      if (blank.kind().shape() == Shape.FILE)
        put(files, blank.name(), ctx.uploadedFile(blank.name()));
      else put(texts, blank.name(), ctx.formParam(blank.name()));
    }
    return new Typed(texts, files);
  }

  /** The blanks filled by the link that led here: {@code ?presence=oui}. */
  static Typed linked(Context ctx, List<Param<?>> blanks) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Param<?> blank : blanks) put(texts, blank.name(), ctx.queryParam(blank.name()));
    return new Typed(texts, Map.of());
  }

  /** The same, where what is empty is what was said before. */
  Typed or(Map<String, String> before) {
    Map<String, String> all = new LinkedHashMap<>(before);
    all.putAll(texts);
    return new Typed(all, files);
  }

  /** All that is known: what was given before, and what was typed. */
  Map<String, String> with(Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.putAll(given);
    return all;
  }

  boolean has(Param<?> blank) {
    return texts.containsKey(blank.name()) || files.containsKey(blank.name());
  }

  String text(Param<?> blank) {
    return texts.getOrDefault(blank.name(), "");
  }

  private static void put(Map<String, String> texts, String name, @Nullable String typed) {
    if (typed == null) return;
    String clean = CONTROLS.matcher(typed.replace("\r\n", "\n")).replaceAll("").strip();
    if (!clean.isEmpty()) texts.put(name, clean);
  }

  private static void put(
      Map<String, Attachment> files, String name, @Nullable UploadedFile upload) {
    if (upload == null || upload.filename().isEmpty()) return;
    try (InputStream content = upload.content()) {
      files.put(name, new Attachment(label(upload.filename()), content.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some browsers send a whole path; a name is only a label. */
  private static String label(String filename) {
    String last = filename.substring(filename.replace('\\', '/').lastIndexOf('/') + 1);
    String clean = CONTROLS.matcher(last).replaceAll("");
    return clean.substring(0, Math.min(clean.length(), MOST_NAME));
  }
}
