package ca.greffier.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures of the register that anybody may see: public, not withdrawn, in their last version.
 */
public final class PublicPictures {
  private static final Pattern CODE = Pattern.compile("D-0?([1-9][0-9]{0,8})");
  private static final Reader ANYBODY = new Reader(false, false, new Long[0]);

  private final Documents documents;
  private final ContentStore store;

  public PublicPictures(Documents documents, ContentStore store) {
    this.documents = documents;
    this.store = store;
  }

  /** One of them, read whole to be sure that it is what it was. */
  public record Picture(FileType type, Path file) {}

  /**
   * @param code {@code D-12}; whoever asks learns nothing of the documents that are no such picture
   * @throws ca.greffier.command.Refusal when its file is gone or has changed
   */
  public Optional<Picture> of(String code) {
    Matcher named = CODE.matcher(code);
    if (!named.matches()) return Optional.empty();
    return documents
        .readable(Integer.parseInt(named.group(1)), ANYBODY)
        .filter(found -> found.classification() == Classification.PUBLIC)
        .filter(found -> !found.isWithdrawn())
        .flatMap(found -> documents.version(found.id(), found.version()))
        .flatMap(this::picture);
  }

  private Optional<Picture> picture(DocumentVersion version) {
    String sha256 = version.sha256();
    if (sha256 == null) return Optional.empty();
    return Optional.ofNullable(version.fileName())
        .flatMap(FileType::picture)
        .map(type -> new Picture(type, store.verified(sha256)));
  }
}
