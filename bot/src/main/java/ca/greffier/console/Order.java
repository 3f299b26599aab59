package ca.greffier.console;

import ca.greffier.command.Attachment;
import ca.greffier.command.Command;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import java.util.HashMap;
import java.util.Map;

/** A command as it was typed so far. */
record Order(Command command, Map<String, String> given, Map<String, Attachment> files) {

  /**
   * The same with one more value, which was asked for.
   *
   * @throws Refusal when it is no such value
   */
  Order with(Param<?> param, String typed) {
    if (param.kind().shape() == Shape.FILE) {
      Map<String, Attachment> more = new HashMap<>(files);
      Attachment file = LocalFiles.read(typed);
      param.kind().read(file);
      more.put(param.name(), file);
      return new Order(command, given, more);
    }
    if (typed.isBlank()) throw new Refusal("refusal.text.empty");
    param.kind().parse(typed);
    Map<String, String> more = new HashMap<>(given);
    more.put(param.name(), typed);
    return new Order(command, more, files);
  }
}
