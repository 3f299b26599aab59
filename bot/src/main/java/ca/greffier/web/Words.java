package ca.greffier.web;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code say("web.key", arguments…)} in the templates: a message in the page's language. */
final class Words extends AbstractExtension {
  private final Messages messages;

  Words(Messages messages) {
    this.messages = messages;
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of("say", new Say(messages));
  }

  private record Say(Messages messages) implements Function {
    @Override
    public @Nullable List<String> getArgumentNames() {
      return null;
    }

    @Override
    public Object execute(
        Map<String, Object> given, PebbleTemplate template, EvaluationContext context, int line) {
      Language language = (Language) context.getVariable("language");
      Object[] arguments =
          IntStream.range(1, given.size())
              .mapToObj(i -> Objects.requireNonNull(given.get(Integer.toString(i))))
              .toArray();
      return messages.say(language, String.valueOf(given.get("0")), arguments);
    }
  }
}
