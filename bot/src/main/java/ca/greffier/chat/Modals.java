package ca.greffier.chat;

import ca.greffier.command.Actor;
import ca.greffier.command.Choice;
import ca.greffier.command.Command;
import ca.greffier.command.Desk;
import ca.greffier.command.Param;
import ca.greffier.command.Shape;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.radiogroup.RadioGroup;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;

/** Draws the blanks of a command as a form of Discord's, and reads it back. */
final class Modals {
  static final int MOST_FIELDS = Modal.MAX_COMPONENTS;
  private static final int MOST_RADIOS = RadioGroup.OPTIONS_MAX_AMOUNT;
  private static final int MOST_OPTIONS = StringSelectMenu.OPTIONS_MAX_AMOUNT;

  /** What a person wrote in a form. */
  record Filled(Map<String, String> values, Map<String, Message.Attachment> files) {}

  private final Desk desk;
  private final Messages messages;

  Modals(Desk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  /**
   * What is asked in a form.
   *
   * @param blanks five at most
   * @param given what is known already
   * @param all true when each must be filled
   */
  record Questions(
      Command command, List<Param<?>> blanks, Map<String, String> given, boolean all) {}

  Modal draw(String id, Questions questions, Actor actor) {
    Command command = questions.command();
    Map<String, String> presets = desk.presets(actor, command, questions.given());
    String title = messages.say(actor.language(), command.key() + ".help");
    Modal.Builder form = Modal.create(id, Cut.to(Modal.MAX_TITLE_LENGTH, title));
    for (Param<?> blank : questions.blanks()) {
      String key = "param." + blank.name();
      String label = messages.say(actor.language(), key + ".label");
      String help = messages.say(actor.language(), key + ".help");
      form.addComponents(
          Label.of(
              Cut.to(Label.LABEL_MAX_LENGTH, label),
              Cut.to(Label.DESCRIPTION_MAX_LENGTH, help),
              field(new Drawn(command, blank, presets, questions.all()), actor)));
    }
    return form.build();
  }

  /** What was filled in; an empty field is as if it had not been there. */
  static Filled read(List<ModalMapping> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Message.Attachment> files = new LinkedHashMap<>();
    for (ModalMapping field : fields) {
      switch (field.getType()) {
        case FILE_UPLOAD ->
            field.getAsAttachmentList().forEach(file -> files.put(field.getCustomId(), file));
        case STRING_SELECT ->
            field.getAsStringList().forEach(value -> values.put(field.getCustomId(), value));
        default ->
            Optional.ofNullable(field.getAsOptionalString())
                .filter(value -> !value.isBlank())
                .ifPresent(value -> values.put(field.getCustomId(), value));
      }
    }
    return new Filled(values, files);
  }

  /** A blank of a command, with what was said of it last. */
  private record Drawn(
      Command command, Param<?> blank, Map<String, String> presets, boolean asked) {
    String name() {
      return blank.name();
    }

    boolean isRequired() {
      return asked || blank.required();
    }

    String preset() {
      return presets.getOrDefault(blank.name(), "");
    }
  }

  private LabelChildComponent field(Drawn drawn, Actor actor) {
    Param<?> blank = drawn.blank();
    if (blank.kind().shape() == Shape.FILE)
      return AttachmentUpload.create(drawn.name()).setRequired(drawn.isRequired()).build();
    List<Choice> choices = blank.kind().choices();
    if (choices.size() > 1 && choices.size() <= MOST_RADIOS)
      return radios(drawn, choices, actor.language());
    List<SelectOption> options = options(drawn.command(), blank, actor);
    if (options.isEmpty()) return text(drawn);
    return StringSelectMenu.create(drawn.name())
        .addOptions(
            options.stream()
                .map(each -> each.withDefault(each.getValue().equals(drawn.preset())))
                .toList())
        .setRequired(drawn.isRequired())
        .build();
  }

  private static TextInput text(Drawn drawn) {
    boolean tall = drawn.blank().kind().shape() == Shape.LONG_TEXT;
    TextInputStyle style = tall ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
    TextInput.Builder text = TextInput.create(drawn.name(), style).setRequired(drawn.isRequired());
    if (!drawn.preset().isEmpty())
      text.setValue(Cut.to(TextInput.MAX_VALUE_LENGTH, drawn.preset()));
    return text.build();
  }

  private RadioGroup radios(Drawn drawn, List<Choice> choices, Language language) {
    RadioGroup.Builder radios = RadioGroup.create(drawn.name()).setRequired(drawn.isRequired());
    for (Choice choice : choices)
      radios.addOption(
          Cut.to(SelectOption.LABEL_MAX_LENGTH, messages.say(language, choice.key())),
          choice.value());
    if (choices.stream().anyMatch(each -> each.value().equals(drawn.preset())))
      radios.setSelectedValue(drawn.preset());
    return radios.build();
  }

  /** A form does not complete what is typed; a short list of suggestions becomes a menu instead. */
  private List<SelectOption> options(Command command, Param<?> blank, Actor actor) {
    if (!blank.kind().choices().isEmpty())
      return blank.kind().choices().stream()
          .map(each -> option(messages.say(actor.language(), each.key()), each.value()))
          .toList();
    if (!blank.kind().suggests()) return List.of();
    List<Suggestion> suggestions = desk.suggest(actor, command.name(), blank.name(), "");
    boolean perhapsMore = suggestions.size() >= MOST_OPTIONS;
    boolean tooLong =
        suggestions.stream()
            .anyMatch(each -> each.value().length() > SelectOption.VALUE_MAX_LENGTH);
    if (perhapsMore || tooLong) return List.of();
    return suggestions.stream().map(each -> option(each.label(), each.value())).toList();
  }

  private static SelectOption option(String label, String value) {
    return SelectOption.of(Cut.to(SelectOption.LABEL_MAX_LENGTH, label), value);
  }
}
