package ca.greffier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * The text alternative of a letter, with all its content: links with their address, tables as one
 * record a row (a grid of characters is noise to a screen reader). Lines are not folded.
 */
final class PlainText extends AbstractVisitor {
  private final String colon;
  private StringBuilder out = new StringBuilder();

  PlainText(String colon) {
    this.colon = colon;
  }

  String render(Node document) {
    visitChildren(document);
    return out.toString().strip() + "\n";
  }

  @Override
  public void visit(Heading heading) {
    String words = inside(heading);
    block(
        heading.getLevel() == 1 ? words + "\n" + "=".repeat(Math.min(words.length(), 72)) : words);
  }

  @Override
  public void visit(Paragraph paragraph) {
    Link button = Markdown.button(paragraph);
    block(button == null ? inside(paragraph) : inside(button) + "\n" + button.getDestination());
  }

  @Override
  public void visit(BulletList list) {
    list(list, 0);
  }

  @Override
  public void visit(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    list(list, start == null ? 1 : start);
  }

  @Override
  public void visit(BlockQuote quote) {
    block(indented("> ", "> ", inside(quote)));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    block(indented("    ", "    ", code.getLiteral().stripTrailing()));
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    block(indented("    ", "    ", code.getLiteral().stripTrailing()));
  }

  @Override
  public void visit(HtmlBlock html) {
    block(html.getLiteral());
  }

  @Override
  public void visit(ThematicBreak line) {
    block("* * *");
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) table(block);
    else visitChildren(block);
  }

  @Override
  public void visit(Link link) {
    String words = inside(link);
    String address = link.getDestination();
    out.append(words);
    if (!address.equals(words) && !address.equals("mailto:" + words))
      out.append(" (").append(address).append(')');
  }

  @Override
  public void visit(Text text) {
    out.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    out.append(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    out.append(html.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak line) {
    out.append(' ');
  }

  @Override
  public void visit(HardLineBreak line) {
    out.append('\n');
  }

  /**
   * @param first 0 when the items are not numbered
   */
  private void list(Node list, int first) {
    StringJoiner items = new StringJoiner("\n");
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (!(item instanceof ListItem)) continue;
      String mark = first == 0 ? "- " : number++ + ". ";
      items.add(indented(mark, " ".repeat(mark.length()), inside(item).replace("\n\n", "\n")));
    }
    block(items.toString());
  }

  private void table(Node table) {
    List<String> heads = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (!(row instanceof TableRow)) continue;
        List<String> cells = cells(row);
        if (heads.isEmpty()) heads = cells;
        else block(record(heads, cells));
      }
    }
  }

  private List<String> cells(Node row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) cells.add(inside(cell).replace('\n', ' '));
    }
    return cells;
  }

  /** The first cell names the row. */
  private String record(List<String> heads, List<String> cells) {
    StringJoiner lines = new StringJoiner("\n  ");
    for (int i = 0; i < Math.min(heads.size(), cells.size()); i++) {
      if (i == 0) lines.add("- " + cells.getFirst());
      else if (!cells.get(i).isBlank()) lines.add(heads.get(i) + colon + cells.get(i));
    }
    return lines.toString();
  }

  private void block(String words) {
    out.append(words.stripTrailing()).append("\n\n");
  }

  private String inside(Node node) {
    StringBuilder outer = out;
    out = new StringBuilder();
    visitChildren(node);
    String words = out.toString().strip();
    out = outer;
    return words;
  }

  private static String indented(String first, String next, String words) {
    return first + words.replace("\n", "\n" + next);
  }
}
