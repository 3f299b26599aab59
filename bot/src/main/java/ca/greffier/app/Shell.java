package ca.greffier.app;

import ca.greffier.text.Language;
import ca.greffier.text.Messages;
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

  void complain(String key, Object... arguments) {
    err.println(say("app.complaint", say(key, arguments)));
  }
}
