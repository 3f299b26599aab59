package ca.greffier.mail;

/** Text whose long lines were folded for the journey (RFC 3676): here they are whole again. */
final class Flowed {
  private Flowed() {}

  static String joined(String text, boolean delSp) {
    StringBuilder whole = new StringBuilder();
    boolean isOpen = false;
    int depth = 0;
    for (String line : text.lines().toList()) {
      int quoted = depth(line);
      String words = unstuffed(line.substring(quoted));
      if (!isOpen || quoted != depth || words.equals("-- ")) {
        if (!whole.isEmpty()) whole.append('\n');
        whole.append(">".repeat(quoted)).append(quoted > 0 ? " " : "");
      }
      isOpen = words.endsWith(" ") && !words.equals("-- ");
      depth = quoted;
      whole.append(isOpen && delSp ? words.substring(0, words.length() - 1) : words);
    }
    return whole.toString();
  }

  private static int depth(String line) {
    int depth = 0;
    while (depth < line.length() && line.charAt(depth) == '>') depth++;
    return depth;
  }

  private static String unstuffed(String words) {
    return words.startsWith(" ") ? words.substring(1) : words;
  }
}
