package ca.greffier.app;

import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Letter;
import ca.greffier.outbox.Outgoing;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Post;
import ca.greffier.outbox.ServerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where posts and events go when there is no Discord: a Markdown file for each, in a folder for
 * each channel.
 */
final class ChannelFiles implements Carrier {
  private final Path folder;

  ChannelFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean carries(Outgoing what) {
    return what instanceof Post || what instanceof ServerEvent;
  }

  /**
   * The file's name is the parcel's number: carried twice, it is written twice with the same words.
   */
  @Override
  public String carry(Parcel parcel) throws Later {
    return switch (parcel.what()) {
      case Post post -> write(parcel, post.channel(), text(post));
      case ServerEvent event -> write(parcel, event.channel(), text(event));
      case Letter _ -> throw new IllegalArgumentException(parcel.onceKey());
    };
  }

  private String write(Parcel parcel, String to, String text) throws Later {
    Path channel = folder.resolve(to.replaceAll("[^\\p{L}\\p{N}_-]", "_"));
    Path file = channel.resolve("%06d.md".formatted(parcel.id().value()));
    try {
      Files.createDirectories(channel);
      Path draft = Files.writeString(channel.resolve(file.getFileName() + ".draft"), text);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return file.toString();
    } catch (IOException e) {
      throw new Later(e.toString());
    }
  }

  private static String text(ServerEvent event) {
    String when = event.cancelled() ? "-" : event.starts() + "/" + event.ends();
    return String.join("\n", event.title(), when, event.place(), event.text(), event.key(), "");
  }

  private static String text(Post post) {
    StringBuilder text = new StringBuilder(post.text()).append('\n');
    for (Post.Button button : post.buttons()) {
      text.append("\n[").append(button.label()).append("]");
    }
    return text.append('\n').toString();
  }
}
