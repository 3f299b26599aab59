package ca.greffier.paper;

import java.util.List;

/** A part of a document. Every text in it is plain: what looks like markup shows as it is. */
public sealed interface Block {
  /**
   * @param level 2 or 3: the title of the document is alone on the first
   */
  record Heading(int level, String text) implements Block {
    public Heading {
      if (level < 2 || level > 3) throw new IllegalArgumentException("level " + level);
    }
  }

  /** Paragraphs, one for each line. */
  record Text(String text) implements Block {}

  /** A text in a frame, which must not be overlooked. */
  record Remark(String text) implements Block {}

  /** A list. */
  record Items(boolean numbered, List<String> lines) implements Block {
    public Items {
      lines = List.copyOf(lines);
    }
  }

  /** Labels and what they stand for. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** One label of {@link Facts}. */
  record Fact(String label, String value) {}

  /** A table; its first row names the columns, the first cell of each other one names the row. */
  record Grid(String caption, List<String> heads, List<List<String>> rows) implements Block {
    public Grid {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Lines on which people sign, under each of which their name stands. */
  record Signatures(List<String> names) implements Block {
    public Signatures {
      names = List.copyOf(names);
    }
  }
}
