package ca.greffier.paper;

import ca.greffier.command.Kind;
import ca.greffier.command.Kinds;
import ca.greffier.command.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a document is written as. */
public enum PaperFormat {
  /** Tagged, for reading, printing and filing. */
  PDF("pdf", "application/pdf"),
  /** For who must still edit it. */
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final String extension;
  private final String mediaType;

  PaperFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** One of them, as people name it. */
  public static Kind<PaperFormat> kind(Kinds kinds) {
    Map<String, PaperFormat> names = new LinkedHashMap<>();
    for (PaperFormat each : values()) names.put(each.extension, each);
    return kinds.choice("papier", names);
  }

  public byte[] write(Paper paper) {
    return switch (this) {
      case PDF -> PaperPdf.write(paper);
      case DOCX -> PaperDocx.write(paper);
    };
  }

  /**
   * The document as a reply.
   *
   * @param name without its extension
   * @param description a message key
   */
  public Reply.Document reply(Paper paper, String name, String description, Object... arguments) {
    return new Reply.Document(
        name + "." + extension, mediaType, write(paper), description, List.of(arguments));
  }
}
