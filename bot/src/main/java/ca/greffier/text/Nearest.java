package ca.greffier.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody probably meant: the known words that differ from theirs by few letters. */
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /** Three at most, nearest first; words that begin as the typed one come with the near ones. */
  public static List<String> to(String typed, Collection<String> known) {
    int far = Math.max(1, typed.length() / 4);
    return known.stream()
        .filter(
            word -> (word.startsWith(typed) && !typed.isEmpty()) || distance(typed, word) <= far)
        .sorted(
            Comparator.comparingInt((String word) -> distance(typed, word))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** The nearest one, however far; the first of several. */
  public static String closest(String typed, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String word) -> distance(typed, word)))
        .orElse("");
  }

  /** Letters added, taken away, changed, or swapped with their neighbour. */
  static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) last[j] = j;
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
        if (isSwap(from, i, to, j)) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  private static boolean isSwap(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
