package ca.greffier.paper;

import ca.greffier.text.Language;
import java.util.List;

/**
 * A document.
 *
 * @param title also in its properties
 * @param mark on top of each page, as {@code PROJET}; empty for none
 * @param footer at the bottom of each page, beside the number of the page
 */
public record Paper(
    Language language, String title, String mark, String footer, List<Block> blocks) {
  public Paper {
    blocks = List.copyOf(blocks);
  }

  /** Its blocks as HTML, to stand below its title in a page. */
  public String html() {
    return PaperHtml.blocks(this);
  }
}
