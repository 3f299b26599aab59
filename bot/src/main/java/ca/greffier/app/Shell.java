package ca.greffier.app;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.text.Phrase;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** Where the command line speaks: the streams and the language of who typed it. */
record Shell(
    Messages messages,
    Language language,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment) {

  String say(String key, Object... arguments) {
    return messages.say(language, key, arguments);
  }

  void tell(String key, Object... arguments) {
    out.println(say(key, arguments));
  }

  void complain(String key, Object... arguments) {
    complain(Phrase.of(key, arguments));
  }

  /** A line of its own on the error stream. */
  void complain(Phrase what) {
    err.println(say("app.complaint", what));
  }
}
