package ca.greffier.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a person wants with a command, a button or a form: to start a command, or answer an Ask. */
sealed interface Target {
  Map<String, String> given();

  /** The same with more values; what was given first stays. */
  Target with(Map<String, String> more);

  record Start(String command, Map<String, String> given) implements Target {
    @Override
    public Target with(Map<String, String> more) {
      return new Start(command, together(more, given));
    }
  }

  record Answer(String token, Map<String, String> given) implements Target {
    @Override
    public Target with(Map<String, String> more) {
      return new Answer(token, together(more, given));
    }
  }

  private static Map<String, String> together(Map<String, String> more, Map<String, String> first) {
    Map<String, String> all = new LinkedHashMap<>(more);
    all.putAll(first);
    return all;
  }
}
