package ca.greffier.app;

import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where posts go when there is no Discord: a Markdown file for each post, in a folder for each
 * channel.
 */
final class ChannelFiles implements Carrier {
  private final Path folder;

  ChannelFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean carries(Outgoing what) {
    return what instanceof Post;
  }

  /**
   * The file's name is the parcel's number: carried twice, it is written twice with the same words.
   */
  @Override
  public String carry(Parcel parcel) throws Later {
    Post post = (Post) parcel.what();
    Path channel = folder.resolve(post.channel().replaceAll("[^\\p{L}\\p{N}_-]", "_"));
    Path file = channel.resolve("%06d.md".formatted(parcel.id().value()));
    try {
      Files.createDirectories(channel);
      Path draft = Files.writeString(channel.resolve(file.getFileName() + ".draft"), text(post));
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return file.toString();
    } catch (IOException e) {
      throw new Later(e.toString());
    }
  }

  private static String text(Post post) {
    StringBuilder text = new StringBuilder(post.text()).append('\n');
    for (Post.Button button : post.buttons()) {
      text.append("\n[").append(button.label()).append("]");
    }
    return text.append('\n').toString();
  }
}
