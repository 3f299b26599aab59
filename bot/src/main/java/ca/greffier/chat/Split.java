package ca.greffier.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text into messages: between paragraphs, else between lines, else between words. A
 * code block is never left open: where it must be cut, it is closed and opened again.
 */
final class Split {
  private static final String FENCE = "```";

  private final int most;
  private final List<String> parts = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();

  private Split(int most) {
    this.most = most;
  }

  static List<String> at(int most, String text) {
    Split split = new Split(most);
    for (String block : blocks(text)) split.add(block, "\n\n");
    split.close();
    return split.parts;
  }

  /** Paragraphs; a code block is one, whatever empty lines it has. */
  private static List<String> blocks(String text) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean code = false;
    for (String line : text.split("\n", -1)) {
      boolean fence = line.startsWith(FENCE);
      boolean ends = line.isBlank() && !code;
      if (ends || (fence && !code)) flush(block, blocks);
      if (!ends) block.append(block.isEmpty() ? "" : "\n").append(line);
      if (fence && code) flush(block, blocks);
      if (fence) code = !code;
    }
    flush(block, blocks);
    return blocks;
  }

  private static void flush(StringBuilder block, List<String> blocks) {
    if (!block.isEmpty()) blocks.add(block.toString());
    block.setLength(0);
  }

  private void add(String piece, String between) {
    if (!part.isEmpty() && part.length() + between.length() + piece.length() > most) close();
    if (piece.length() <= most) {
      part.append(part.isEmpty() ? "" : between).append(piece);
      return;
    }
    if (piece.startsWith(FENCE)) addCode(piece);
    else if (piece.contains("\n")) for (String line : piece.split("\n")) add(line, "\n");
    else if (piece.contains(" ")) for (String word : piece.split(" ")) add(word, " ");
    else addHard(piece);
  }

  private void addCode(String block) {
    List<String> lines = block.lines().toList();
    String opening = lines.getFirst();
    int room = most - opening.length() - FENCE.length() - 2;
    int end = lines.size() - (lines.getLast().startsWith(FENCE) ? 1 : 0);
    String inside = String.join("\n", lines.subList(1, end));
    for (String some : Split.lines(room, inside)) {
      close();
      part.append(opening).append('\n').append(some).append('\n').append(FENCE);
    }
  }

  private static List<String> lines(int most, String text) {
    Split split = new Split(most);
    for (String line : text.split("\n", -1)) split.add(line, "\n");
    split.close();
    return split.parts;
  }

  private void addHard(String piece) {
    int start = 0;
    while (start < piece.length()) {
      int end = Math.min(piece.length(), start + most);
      if (end < piece.length() && Character.isHighSurrogate(piece.charAt(end - 1))) end--;
      close();
      part.append(piece, start, end);
      start = end;
    }
  }

  private void close() {
    if (!part.isEmpty()) parts.add(part.toString());
    part.setLength(0);
  }
}
