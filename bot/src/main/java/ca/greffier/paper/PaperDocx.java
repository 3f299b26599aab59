package ca.greffier.paper;

import ca.greffier.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A document as Word edits it: its headings, lists and tables are styles, not looks. */
final class PaperDocx {
  private static final String COLOUR = "12344D";
  private static final String RED = "9B1C1C";
  private static final String TITLE = "Title";
  private static final String LIST = "ListParagraph";
  private static final int WHOLE_WIDTH = 9_360;

  private final XWPFDocument document = new XWPFDocument();
  private final Paper paper;
  private final BigInteger bullets;

  private PaperDocx(Paper paper) {
    this.paper = paper;
    styles();
    XWPFNumbering numbering = document.createNumbering();
    this.bullets = numbering.addNum(numbering.addAbstractNum(list(0, false)));
  }

  static byte[] write(Paper paper) {
    PaperDocx writing = new PaperDocx(paper);
    try (XWPFDocument document = writing.document) {
      writing.all();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void all() {
    document.getProperties().getCoreProperties().setTitle(paper.title());
    document.getProperties().getCoreProperties().setCreator("Greffier");
    if (!paper.mark().isEmpty()) {
      XWPFParagraph top = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
      top.setAlignment(ParagraphAlignment.RIGHT);
      XWPFRun mark = top.createRun();
      mark.setText(paper.mark());
      mark.setBold(true);
      mark.setColor(RED);
    }
    footer();
    styled(TITLE, paper.title());
    for (Block block : paper.blocks()) add(block);
  }

  private void footer() {
    XWPFParagraph bottom = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    bottom.createRun().setText(paper.footer() + "   ");
    bottom.getCTP().addNewFldSimple().setInstr("PAGE");
    bottom.createRun().setText(" / ");
    bottom.getCTP().addNewFldSimple().setInstr("NUMPAGES");
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading(int level, String text) -> styled("Heading" + (level - 1), text);
      case Block.Text(String text) -> text.lines().forEach(this::paragraph);
      case Block.Remark(String text) ->
          text.lines()
              .forEach(
                  line -> {
                    XWPFRun run = document.createParagraph().createRun();
                    run.setText(line);
                    run.setBold(true);
                    run.setColor(RED);
                  });
      case Block.Items(boolean numbered, List<String> lines) -> list(numbered, lines);
      case Block.Facts(List<Block.Fact> facts) -> {
        XWPFTable table = table(facts.size(), 2);
        for (int i = 0; i < facts.size(); i++) {
          cell(table.getRow(i), 0, facts.get(i).label(), true);
          cell(table.getRow(i), 1, facts.get(i).value(), false);
        }
        document.createParagraph();
      }
      case Block.Grid grid -> add(grid);
      case Block.Signatures(List<String> names) -> {
        for (String name : names) {
          document.createParagraph();
          document.createParagraph().createRun().setText("_".repeat(36));
          document.createParagraph().createRun().setText(name);
        }
      }
    }
  }

  private void add(Block.Grid grid) {
    styled("Caption", grid.caption());
    XWPFTable table = table(grid.rows().size() + 1, grid.heads().size());
    table.getRow(0).setRepeatHeader(true);
    for (int i = 0; i < grid.heads().size(); i++)
      cell(table.getRow(0), i, grid.heads().get(i), true);
    for (int r = 0; r < grid.rows().size(); r++) {
      List<String> row = grid.rows().get(r);
      table.getRow(r + 1).setCantSplitRow(true);
      for (int i = 0; i < row.size(); i++) cell(table.getRow(r + 1), i, row.get(i), false);
    }
    document.createParagraph();
  }

  private XWPFTable table(int rows, int columns) {
    XWPFTable table = document.createTable(rows, columns);
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(WHOLE_WIDTH);
    return table;
  }

  private static void cell(XWPFTableRow row, int at, String text, boolean bold) {
    XWPFParagraph paragraph = row.getCell(at).getParagraphs().getFirst();
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setBold(bold);
  }

  private void list(boolean numbered, List<String> lines) {
    BigInteger number = numbered ? newNumbers() : bullets;
    for (String line : lines) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setStyle(LIST);
      paragraph.setNumID(number);
      paragraph.createRun().setText(line);
    }
  }

  /** Each numbered list begins with 1. */
  private BigInteger newNumbers() {
    XWPFNumbering numbering = document.getNumbering();
    int id = numbering.getAbstractNums().size();
    return numbering.addNum(numbering.addAbstractNum(list(id, true)));
  }

  private static XWPFAbstractNum list(int id, boolean numbered) {
    CTAbstractNum form = CTAbstractNum.Factory.newInstance();
    form.setAbstractNumId(BigInteger.valueOf(id));
    CTLvl level = form.addNewLvl();
    level.setIlvl(BigInteger.ZERO);
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
    level.addNewLvlText().setVal(numbered ? "%1." : "•");
    level.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(360));
    level.getPPr().getInd().setHanging(BigInteger.valueOf(260));
    return new XWPFAbstractNum(form);
  }

  private void paragraph(String line) {
    if (!line.isBlank()) document.createParagraph().createRun().setText(line);
  }

  private void styled(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
  }

  private void styles() {
    XWPFStyles styles = document.createStyles();
    styles.setSpellingLanguage(paper.language() == Language.FRENCH ? "fr-CA" : "en-CA");
    style(styles, "Normal", "Normal", 20, false, -1);
    style(styles, TITLE, "Title", 34, true, -1);
    style(styles, "Heading1", "heading 1", 26, true, 0);
    style(styles, "Heading2", "heading 2", 22, true, 1);
    style(styles, LIST, "List Paragraph", 20, false, -1);
    style(styles, "Caption", "caption", 20, true, -1);
  }

  /**
   * @param halfPoints the size of its letters
   * @param outline its rank among headings; negative for none
   */
  private static void style(
      XWPFStyles styles, String id, String name, int halfPoints, boolean bold, int outline) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    style.setType(STStyleType.PARAGRAPH);
    style.addNewName().setVal(name);
    style.addNewQFormat();
    if (id.equals("Normal")) style.setDefault(true);
    else style.addNewBasedOn().setVal("Normal");
    if (outline >= 0) style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
    if (!style.isSetPPr()) style.addNewPPr();
    style.getPPr().addNewSpacing().setAfter(BigInteger.valueOf(100));
    if (outline >= 0) style.getPPr().getSpacing().setBefore(BigInteger.valueOf(200));
    var letters = style.addNewRPr();
    letters.addNewRFonts().setAscii("Arial");
    letters.getRFontsArray(0).setHAnsi("Arial");
    letters.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    if (bold) {
      letters.addNewB();
      letters.addNewColor().setVal(COLOUR);
    }
    styles.addStyle(new XWPFStyle(style));
  }
}
