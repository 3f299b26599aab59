package ca.greffier.paper;

import ca.greffier.text.Language;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** A document as a page: what {@link PaperPdf} prints. */
final class PaperHtml {
  private static final String STYLE =
      """
      @page { size: letter; margin: 22mm 20mm 20mm 20mm;
        @top-right { content: '%s'; font-family: 'DejaVu Sans'; font-size: 13pt; font-weight: 700; color: #9b1c1c; }
        @bottom-left { content: '%s'; font-family: 'DejaVu Sans'; font-size: 8pt; color: #444; }
        @bottom-right { content: counter(page) ' / ' counter(pages); font-family: 'DejaVu Sans'; font-size: 8pt; color: #444; } }
      body { font-family: 'DejaVu Sans'; font-size: 9.5pt; line-height: 1.45; color: #1a1a1a; margin: 0; }
      h1 { font-size: 17pt; line-height: 1.25; margin: 0 0 10pt; color: #12344d; }
      h2 { font-size: 12.5pt; margin: 14pt 0 4pt; color: #12344d; page-break-after: avoid; }
      h3 { font-size: 10.5pt; margin: 9pt 0 2pt; page-break-after: avoid; }
      p { margin: 0 0 5pt; }
      ul, ol { margin: 0 0 6pt; padding-left: 18pt; }
      li { margin-bottom: 2pt; }
      table { -fs-table-paginate: paginate; border-collapse: collapse; width: 100%%; margin: 4pt 0 8pt; }
      caption { text-align: left; font-weight: 700; margin-bottom: 3pt; }
      tr { page-break-inside: avoid; }
      caption, thead tr { page-break-after: avoid; }
      th, td { text-align: left; vertical-align: top; padding: 3pt 5pt; border-bottom: 0.6pt solid #b8c4ce; font-weight: 400; }
      thead th { font-weight: 700; border-bottom: 1pt solid #12344d; }
      .facts th { width: 32%%; font-weight: 700; }
      .coded tbody th { white-space: nowrap; }
      .remark { border: 1pt solid #9b1c1c; padding: 5pt 7pt; margin: 0 0 8pt; }
      .sign { width: 62%%; margin: 26pt 0 0; border-top: 0.8pt solid #1a1a1a; padding-top: 2pt; page-break-inside: avoid; }
      """;

  /** What names a row in so few letters stays on one line. */
  private static final int LONGEST_CODE = 22;

  private static final Document.OutputSettings XML =
      new Document.OutputSettings().syntax(Document.OutputSettings.Syntax.xml);

  private PaperHtml() {}

  static String of(Paper paper) {
    StringBuilder page = new StringBuilder();
    String language = paper.language() == Language.FRENCH ? "fr-CA" : "en-CA";
    String title = escaped(paper.title());
    page.append("<!DOCTYPE html>\n<html lang=\"").append(language).append("\"><head><title>");
    page.append(title).append("</title><meta name=\"subject\" content=\"").append(title);
    page.append("\"/><style>");
    page.append(STYLE.formatted(inStyle(paper.mark()), inStyle(paper.footer())));
    page.append("</style></head><body><h1>").append(title).append("</h1>\n");
    return page.append(blocks(paper)).append("</body></html>").toString();
  }

  static String blocks(Paper paper) {
    StringBuilder page = new StringBuilder();
    for (Block block : paper.blocks()) add(page, block);
    return page.toString();
  }

  /** A text between quotation marks of a style sheet: nothing ends them from within. */
  private static String inStyle(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (Character.isLetterOrDigit(sign) || sign == ' ' || sign == '.' || sign == ',')
                safe.appendCodePoint(sign);
              else safe.append(String.format("\\%06x ", sign));
            });
    return safe.toString();
  }

  private static void add(StringBuilder page, Block block) {
    switch (block) {
      case Block.Heading(int level, String text) -> tag(page, "h" + level, text);
      case Block.Text(String text) -> text.lines().forEach(line -> paragraph(page, line));
      case Block.Remark(String text) -> {
        page.append("<div class=\"remark\">");
        text.lines().forEach(line -> paragraph(page, line));
        page.append("</div>\n");
      }
      case Block.Items(boolean numbered, List<String> lines) -> {
        String list = numbered ? "ol" : "ul";
        page.append('<').append(list).append('>');
        for (String line : lines) tag(page, "li", line);
        page.append("</").append(list).append(">\n");
      }
      case Block.Facts(List<Block.Fact> facts) -> {
        page.append("<table class=\"facts\"><tbody>");
        for (Block.Fact fact : facts) {
          page.append("<tr><th scope=\"row\">").append(escaped(fact.label()));
          page.append("</th><td>").append(escaped(fact.value())).append("</td></tr>\n");
        }
        page.append("</tbody></table>\n");
      }
      case Block.Grid grid -> add(page, grid);
      case Block.Signatures(List<String> names) -> {
        for (String name : names)
          page.append("<p class=\"sign\">").append(escaped(name)).append("</p>\n");
      }
    }
  }

  private static void add(StringBuilder page, Block.Grid grid) {
    boolean codes = grid.rows().stream().allMatch(row -> row.getFirst().length() <= LONGEST_CODE);
    page.append(codes ? "<table class=\"coded\"><caption>" : "<table><caption>")
        .append(escaped(grid.caption()));
    page.append("</caption><thead><tr>");
    for (String head : grid.heads())
      page.append("<th scope=\"col\">").append(escaped(head)).append("</th>");
    page.append("</tr></thead><tbody>");
    for (List<String> row : grid.rows()) {
      page.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String cell = i == 0 ? "th scope=\"row\"" : "td";
        page.append('<').append(cell).append('>').append(escaped(row.get(i)));
        page.append(i == 0 ? "</th>" : "</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  private static void paragraph(StringBuilder page, String line) {
    if (!line.isBlank()) tag(page, "p", line);
  }

  private static void tag(StringBuilder page, String tag, String text) {
    page.append('<').append(tag).append('>').append(escaped(text));
    page.append("</").append(tag).append(">\n");
  }

  private static String escaped(String text) {
    return Entities.escape(text.replaceAll("\\p{Cntrl}", " "), XML);
  }
}
