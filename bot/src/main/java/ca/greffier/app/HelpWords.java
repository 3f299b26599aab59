package ca.greffier.app;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The messages under {@code app.help} as picocli looks for them. */
final class HelpWords extends ResourceBundle {
  private static final String PREFIX = "app.help.";

  private final Shell shell;
  private final List<String> keys;

  HelpWords(Shell shell) {
    this.shell = shell;
    this.keys =
        shell.messages().keys(shell.language()).stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(key -> key.substring(PREFIX.length()))
            .toList();
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return keys.contains(key) ? shell.say(PREFIX + key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(keys);
  }
}
