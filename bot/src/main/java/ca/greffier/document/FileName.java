package ca.greffier.document;

import ca.greffier.text.Folded;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a downloaded file is called: {@code 2026-03-02_Guide de numérisation_v02.pdf} (domain.md
 * D7), in letters of any language and in ASCII.
 */
public record FileName(String full, String ascii, String mediaType) {
  private static final int LONGEST = 100;
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}/\\\\:*?\"<>|%;]+");

  /**
   * @param given the name it came under, which says its type
   */
  public static FileName of(String title, String given, int version, LocalDate day) {
    FileType type = FileType.of(given).orElseThrow();
    String subject = UNSAFE.matcher(title).replaceAll("-").replaceAll("^[- ]+|[- ]+$", "");
    if (subject.codePointCount(0, subject.length()) > LONGEST)
      subject = subject.substring(0, subject.offsetByCodePoints(0, LONGEST)).strip();
    String before = day + "_";
    String after = String.format(Locale.ROOT, "_v%02d.%s", version, type.extension());
    String ascii = Folded.of(subject).replaceAll("[^a-z0-9._]+", "-");
    return new FileName(before + subject + after, before + ascii + after, type.mediaType());
  }

  /** The header of RFC 6266, with the extended notation of RFC 8187. */
  public String disposition() {
    String encoded =
        URLEncoder.encode(full, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
