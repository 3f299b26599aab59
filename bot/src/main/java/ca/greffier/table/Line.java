package ca.greffier.table;

import java.util.List;

/**
 * A line of a file as it stands there.
 *
 * @param number as the program shows it that wrote the file
 */
record Line(int number, List<String> cells) {
  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
