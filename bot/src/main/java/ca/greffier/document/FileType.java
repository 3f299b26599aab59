package ca.greffier.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The files that the register takes: none of them runs anything. */
public enum FileType {
  PDF("application/pdf", Reading.PDF),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Reading.OFFICE),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Reading.OFFICE),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Reading.OFFICE),
  ODT("application/vnd.oasis.opendocument.text", Reading.OPEN_DOCUMENT),
  ODS("application/vnd.oasis.opendocument.spreadsheet", Reading.OPEN_DOCUMENT),
  TXT("text/plain; charset=utf-8", Reading.PLAIN),
  MD("text/plain; charset=utf-8", Reading.PLAIN),
  CSV("text/csv; charset=utf-8", Reading.PLAIN),
  PNG("image/png", Reading.NONE),
  JPG("image/jpeg", Reading.NONE),
  JPEG("image/jpeg", Reading.NONE);

  /** How its text is found. */
  enum Reading {
    PDF,
    OFFICE,
    OPEN_DOCUMENT,
    PLAIN,
    NONE
  }

  private final String mediaType;
  private final Reading reading;

  FileType(String mediaType, Reading reading) {
    this.mediaType = mediaType;
    this.reading = reading;
  }

  public String mediaType() {
    return mediaType;
  }

  Reading reading() {
    return reading;
  }

  /** {@code docx}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String[] extensions() {
    return Arrays.stream(values()).map(FileType::extension).toArray(String[]::new);
  }

  /** A picture, by the name of its file. */
  public static Optional<FileType> picture(String fileName) {
    return of(fileName).filter(type -> type.mediaType.startsWith("image/"));
  }

  /** By the name of a file. */
  static Optional<FileType> of(String fileName) {
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(type -> type.extension().equals(extension.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
