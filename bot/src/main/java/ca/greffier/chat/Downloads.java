package ca.greffier.chat;

import ca.greffier.command.Attachment;
import ca.greffier.command.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;

/** Fetches the files people give, before the Desk opens its transaction. */
final class Downloads {
  static final int MOST_MEGABYTES = 10;
  private static final int MOST_BYTES = MOST_MEGABYTES << 20;
  private static final int PATIENCE_SECONDS = 60;

  private Downloads() {}

  /**
   * @throws Refusal when a file is too large, whatever its announced size, or cannot be fetched
   */
  static Map<String, Attachment> all(Map<String, Message.Attachment> given) {
    Map<String, Attachment> files = new LinkedHashMap<>();
    given.forEach((param, file) -> files.put(param, fetch(file)));
    return files;
  }

  private static Attachment fetch(Message.Attachment file) {
    if (file.getSize() > MOST_BYTES) throw tooLarge(file);
    try (InputStream stream = file.getProxy().download().get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) throw tooLarge(file);
      return new Attachment(file.getFileName(), bytes);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new Refusal("chat.download", file.getFileName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("chat.download", file.getFileName());
    }
  }

  private static Refusal tooLarge(Message.Attachment file) {
    return new Refusal("refusal.file.large", file.getFileName(), MOST_MEGABYTES);
  }
}
