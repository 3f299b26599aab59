package ca.greffier.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as the office programs write them, as small as can be. */
public final class TinyFiles {
  private TinyFiles() {}

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] pdf(String text) {
    return pdf(text, "");
  }

  /** With a password, when it is not empty. */
  static byte[] pdf(String text, String password) {
    return bytes(
        out -> {
          try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
              content.beginText();
              content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
              content.newLineAtOffset(50, 700);
              content.showText(text);
              content.endText();
            }
            if (!password.isEmpty())
              document.protect(
                  new StandardProtectionPolicy(password, password, new AccessPermission()));
            document.save(out);
          }
        });
  }

  static byte[] docx(String text) {
    return bytes(
        out -> {
          try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
          }
        });
  }

  static byte[] xlsx(String text) {
    return bytes(
        out -> {
          try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("Budget").createRow(0).createCell(0).setCellValue(text);
            book.write(out);
          }
        });
  }

  static byte[] pptx(String text) {
    return bytes(
        out -> {
          try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText(text);
            show.write(out);
          }
        });
  }

  static byte[] odt(String text) {
    return odt("", text);
  }

  /**
   * @param prologue before the document element: a DTD, if the writer is malicious
   */
  static byte[] odt(String prologue, String text) {
    String content =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + prologue
            + "<office:document-content"
            + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
            + "<office:body><office:text><text:p>"
            + text
            + "</text:p></office:text></office:body></office:document-content>";
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
    entries.put("content.xml", content.getBytes(StandardCharsets.UTF_8));
    return zip(entries);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
              zip.putNextEntry(new ZipEntry(each.getKey()));
              zip.write(each.getValue());
              zip.closeEntry();
            }
          }
        });
  }

  /** A third of a megabyte that unpacks to 320. */
  static byte[] bomb() {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] spaces = new byte[1 << 20];
            for (int i = 0; i < 320; i++) zip.write(spaces);
            zip.closeEntry();
          }
        });
  }
}
