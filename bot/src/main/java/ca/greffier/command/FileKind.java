package ca.greffier.command;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file, with one of the extensions and the first bytes that go with it: a name alone proves
 * nothing. Its name is kept without any folder.
 */
record FileKind(int maxBytes, List<String> extensions) implements Kind<Attachment> {
  private static final int LONGEST_NAME = 120;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
  private static final Map<String, byte[]> MAGIC =
      Map.of(
          "pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII),
          "png", PNG,
          "jpg", JPEG,
          "jpeg", JPEG,
          "mpp", COMPOUND,
          "docx", ZIP,
          "xlsx", ZIP,
          "pptx", ZIP,
          "odt", ZIP,
          "ods", ZIP);

  FileKind {
    extensions = List.copyOf(extensions);
  }

  @Override
  public Attachment parse(String typed) {
    throw new Refusal("refusal.file.needed", extensions);
  }

  @Override
  public Attachment read(Attachment file) {
    String name = name(file.name());
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!extensions.contains(extension))
      throw new Refusal("refusal.file.extension", Kinds.quoted(name), extensions);
    if (file.bytes().length == 0) throw new Refusal("refusal.file.empty", Kinds.quoted(name));
    if (file.bytes().length > maxBytes)
      throw new Refusal("refusal.file.large", Kinds.quoted(name), Math.max(1, maxBytes >> 20));
    if (!beginsAs(extension, file.bytes()))
      throw new Refusal("refusal.file.content", Kinds.quoted(name), extension);
    return new Attachment(name, file.bytes());
  }

  @Override
  public String write(Attachment file) {
    return file.name();
  }

  @Override
  public Shape shape() {
    return Shape.FILE;
  }

  private static String name(String given) {
    String line = Cleaned.line(given.replace('\\', '/'));
    String last = line.substring(line.lastIndexOf('/') + 1);
    return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
  }

  /** An extension without known first bytes is text, which has no zero byte. */
  private static boolean beginsAs(String extension, byte[] bytes) {
    byte[] magic = MAGIC.get(extension);
    if (magic != null)
      return bytes.length >= magic.length
          && Arrays.equals(magic, Arrays.copyOf(bytes, magic.length));
    for (byte one : bytes) {
      if (one == 0) return false;
    }
    return true;
  }
}
