package ca.greffier.web;

import java.util.List;

/**
 * A blank as the form draws it.
 *
 * @param control {@code input}, {@code area}, {@code choice} or {@code file}
 * @param type of the input: {@code text} or {@code date} or {@code time}
 * @param inputMode the keyboard a telephone shows
 * @param problem why what was typed was refused; empty when it was not
 * @param describedBy the ids of what a screen reader reads after the label
 */
record Field(
    String id,
    String name,
    String label,
    String help,
    boolean required,
    String control,
    String type,
    String inputMode,
    String typed,
    List<Option> options,
    String problem,
    String describedBy) {

  /** One value of a closed list, or one that is suggested. */
  record Option(String id, String value, String label, boolean chosen) {}
}
