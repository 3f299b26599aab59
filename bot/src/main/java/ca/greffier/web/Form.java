package ca.greffier.web;

import ca.greffier.command.Attachment;
import ca.greffier.command.Choice;
import ca.greffier.command.Desk;
import ca.greffier.command.Desk.Opened;
import ca.greffier.command.Param;
import ca.greffier.command.Refusal;
import ca.greffier.command.Shape;
import ca.greffier.command.Suggestion;
import ca.greffier.text.Language;
import ca.greffier.text.Messages;
import ca.greffier.web.Field.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of an Ask in one language: drawn from its blanks, whatever the command. */
final class Form {
  private final Desk desk;
  private final Messages messages;
  private final Language language;
  private final Opened opened;
  private final Typed typed;

  Form(Desk desk, Messages messages, Language language, Opened opened, Typed typed) {
    this.desk = desk;
    this.messages = messages;
    this.language = language;
    this.opened = opened;
    this.typed = typed;
  }

  /**
   * Something to put right before it can be sent.
   *
   * @param field the id of the field it is about; empty when it is about the whole
   */
  record Problem(String field, String label, String text) {}

  /** A label and its value, both worded. */
  record Shown(String label, String value) {}

  String title() {
    return messages.say(language, opened.command().key() + ".help");
  }

  boolean takesFiles() {
    return opened.blanks().stream().anyMatch(blank -> blank.kind().shape() == Shape.FILE);
  }

  /** What the Ask says already. */
  List<Shown> given() {
    List<Shown> given = new ArrayList<>();
    for (Param<?> param : opened.command().params()) {
      String value = opened.ask().given().get(param.name());
      if (value != null && !param.kind().secret())
        given.add(new Shown(label(param), worded(param, value)));
    }
    return given;
  }

  List<Field> fields(List<Problem> problems) {
    Map<String, String> known = typed.with(opened.ask().given());
    return opened.blanks().stream()
        .filter(blank -> blank.isAsked(known) || typed.has(blank))
        .map(blank -> field(blank, problems))
        .toList();
  }

  /** The blanks that must be filled and are not. */
  List<Problem> missing(List<Param<?>> missing) {
    return missing.stream()
        .map(blank -> problem(blank, messages.say(language, "web.form.missing")))
        .toList();
  }

  /**
   * A refusal, told at the blanks that it comes from. The Desk refuses a text without saying where
   * it stood, so each blank is read again; what no blank explains is about the whole.
   */
  List<Problem> problems(Refusal refusal) {
    List<Problem> problems = new ArrayList<>();
    boolean explained = false;
    for (Param<?> blank : opened.blanks()) {
      Optional<Refusal> own = refused(blank);
      own.ifPresent(why -> problems.add(problem(blank, say(why))));
      explained |= own.isPresent() && own.get().key().equals(refusal.key());
    }
    if (!explained) problems.addFirst(new Problem("", "", say(refusal)));
    return problems;
  }

  private Optional<Refusal> refused(Param<?> blank) {
    try {
      Attachment file = typed.files().get(blank.name());
      String text = typed.text(blank);
      if (file != null) blank.kind().read(file);
      else if (!text.isEmpty()) blank.kind().parse(text);
      return Optional.empty();
    } catch (Refusal why) {
      return Optional.of(why);
    }
  }

  private Field field(Param<?> blank, List<Problem> problems) {
    Shape shape = blank.kind().shape();
    String id = id(blank);
    String text = blank.kind().secret() ? "" : typed.text(blank);
    String help = messages.say(language, "param." + blank.name() + ".help");
    String wrong = problemAt(id, problems);
    return new Field(
        id,
        blank.name(),
        label(blank),
        help,
        isNeeded(blank),
        control(shape),
        type(shape),
        inputMode(shape),
        text,
        shape == Shape.CHOICE ? choices(blank, text) : suggestions(blank, shape),
        wrong,
        ((help.isEmpty() ? "" : id + "-help ") + (wrong.isEmpty() ? "" : id + "-problem")).strip());
  }

  private boolean isNeeded(Param<?> blank) {
    return blank.isNeeded(typed.with(opened.ask().given()));
  }

  private static String problemAt(String id, List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.field().equals(id))
        .map(Problem::text)
        .findFirst()
        .orElse("");
  }

  private List<Option> choices(Param<?> blank, String text) {
    List<Option> options = new ArrayList<>();
    for (Choice choice : blank.kind().choices())
      options.add(
          option(blank, options, choice.value(), messages.say(language, choice.key()), text));
    if (!isNeeded(blank))
      options.add(option(blank, options, "", messages.say(language, "web.form.none"), text));
    return options;
  }

  /** The first has the id of the field, so that a link to the field leads to it. */
  private static Option option(
      Param<?> blank, List<Option> before, String value, String label, String text) {
    String id = before.isEmpty() ? id(blank) : id(blank) + "-" + (before.size() + 1);
    return new Option(id, value, label, value.equalsIgnoreCase(text));
  }

  private List<Option> suggestions(Param<?> blank, Shape shape) {
    if (shape != Shape.TEXT) return List.of();
    return desk.suggest(opened.actor(), opened.command().name(), blank.name(), "").stream()
        .map(one -> new Option("", one.value(), one.label(), false))
        .toList();
  }

  private static String control(Shape shape) {
    return switch (shape) {
      case LONG_TEXT -> "area";
      case CHOICE -> "choice";
      case FILE -> "file";
      case TEXT, WHOLE_NUMBER, DATE, TIME, MONEY -> "input";
    };
  }

  private static String type(Shape shape) {
    return switch (shape) {
      case DATE -> "date";
      case TIME -> "time";
      case TEXT, LONG_TEXT, WHOLE_NUMBER, MONEY, CHOICE, FILE -> "text";
    };
  }

  private static String inputMode(Shape shape) {
    return switch (shape) {
      case WHOLE_NUMBER -> "numeric";
      case MONEY -> "decimal";
      case TEXT, LONG_TEXT, DATE, TIME, CHOICE, FILE -> "text";
    };
  }

  private Problem problem(Param<?> blank, String text) {
    return new Problem(id(blank), label(blank), text);
  }

  private String label(Param<?> param) {
    return messages.say(language, "param." + param.name() + ".label");
  }

  private String say(Refusal refusal) {
    return messages.say(language, refusal.key(), refusal.arguments().toArray());
  }

  private static String id(Param<?> blank) {
    return "field-" + blank.name();
  }

  /** A value as people read it: by the label of its choice or suggestion, else worded. */
  private String worded(Param<?> param, String value) {
    for (Choice choice : param.kind().choices()) {
      if (choice.value().equals(value)) return messages.say(language, choice.key());
    }
    for (Suggestion known : param.kind().suggest(value)) {
      if (known.value().equals(value)) return known.label();
    }
    return switch (param.kind().shape()) {
      case DATE, TIME, MONEY, WHOLE_NUMBER ->
          messages.word(language, (Object) param.kind().parse(value));
      case TEXT, LONG_TEXT, CHOICE, FILE -> value;
    };
  }

  /** All that the template needs but the problems. */
  Map<String, Object> model(List<Problem> problems, Nonce nonce) {
    return Map.of(
        "title", title(),
        "name", opened.actor().name(),
        "given", given(),
        "fields", fields(problems),
        "problems", problems,
        "nonce", nonce.value(),
        "takesFiles", takesFiles(),
        "changeable", !opened.ask().once(),
        "until", opened.ask().until());
  }
}
