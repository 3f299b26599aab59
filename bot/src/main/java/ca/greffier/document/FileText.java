package ca.greffier.document;

import ca.greffier.text.SavedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The text of a file, by Apache Tika: no macro is run, no image is read, nothing inside it is
 * unpacked in turn, no entity is fetched. It is meant for a process of its own ({@link
 * ReadingProcess}): a limit on time and on memory cannot be held from inside.
 */
final class FileText {
  /** Enough to be found by; the rest of a longer file is left out. */
  static final int MOST_CHARACTERS = 250_000;

  private static final long MOST_UNPACKED = 300L << 20;
  private static final int MOST_ENTRIES = 20_000;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private FileText() {}

  /** It cannot be read, and why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final TextFault fault;

    Unreadable(TextFault fault, Exception cause) {
      super(fault.name(), cause);
      this.fault = fault;
    }

    Unreadable(TextFault fault) {
      super(fault.name());
      this.fault = fault;
    }

    TextFault fault() {
      return fault;
    }
  }

  /** On one line, cut at {@link #MOST_CHARACTERS}; empty when there is none. */
  static String of(Path file, FileType type) throws Unreadable {
    try {
      String text =
          switch (type.reading()) {
            case PLAIN -> SavedText.of(Files.readAllBytes(file));
            case NONE -> "";
            case PDF -> parsed(file, new PDFParser());
            case OFFICE -> unpacked(file, new OOXMLParser());
            case OPEN_DOCUMENT -> unpacked(file, new OpenDocumentParser());
          };
      return tidy(text);
    } catch (EncryptedDocumentException locked) {
      throw new Unreadable(TextFault.ENCRYPTED, locked);
    } catch (IOException | SAXException | TikaException broken) {
      throw new Unreadable(TextFault.DAMAGED, broken);
    }
  }

  private static String unpacked(Path file, Parser parser)
      throws IOException, SAXException, TikaException, Unreadable {
    weigh(file);
    return parsed(file, parser);
  }

  /** By the directory of the archive, as readers do: entries that share their bytes count too. */
  private static void weigh(Path file) throws IOException, Unreadable {
    long total = 0;
    byte[] buffer = new byte[64 << 10];
    try (ZipFile archive = new ZipFile(file.toFile())) {
      if (archive.size() > MOST_ENTRIES) throw new Unreadable(TextFault.BOMB);
      for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
        try (InputStream stream = archive.getInputStream(all.nextElement())) {
          for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            total += read;
            if (total > MOST_UNPACKED) throw new Unreadable(TextFault.BOMB);
          }
        }
      }
    } catch (ZipException noArchive) {
      throw new Unreadable(isLocked(file) ? TextFault.ENCRYPTED : TextFault.DAMAGED, noArchive);
    }
  }

  /** Office puts a file with a password in a container of its own (MS-OFFCRYPTO). */
  private static boolean isLocked(Path file) throws IOException {
    byte[] container = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    try (InputStream stream = Files.newInputStream(file)) {
      return ByteBuffer.wrap(stream.readNBytes(4)).equals(ByteBuffer.wrap(container));
    }
  }

  private static String parsed(Path file, Parser parser)
      throws IOException, SAXException, TikaException {
    BodyContentHandler text = new BodyContentHandler(MOST_CHARACTERS);
    try (TikaInputStream stream = TikaInputStream.get(file)) {
      parser.parse(stream, text, new Metadata(), context());
    } catch (SAXException e) {
      if (!WriteLimitReachedException.isWriteLimitReached(e)) throw e;
    }
    return text.toString();
  }

  private static ParseContext context() {
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setExtractInlineImages(false);
    pdf.setCatchIntermediateIOExceptions(true);
    OfficeParserConfig office = new OfficeParserConfig();
    office.setExtractMacros(false);
    office.setIncludeDeletedContent(false);
    office.setUseSAXDocxExtractor(true);
    office.setUseSAXPptxExtractor(true);
    ParseContext context = new ParseContext();
    context.set(PDFParserConfig.class, pdf);
    context.set(OfficeParserConfig.class, office);
    context.set(EmbeddedDocumentExtractor.class, new NothingInside());
    return context;
  }

  /** Files inside files are not opened. */
  private static final class NothingInside implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }

  private static String tidy(String text) {
    String line = SPACES.matcher(CONTROL.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    if (line.length() <= MOST_CHARACTERS) return line;
    int end = Character.isHighSurrogate(line.charAt(MOST_CHARACTERS - 1)) ? 1 : 0;
    return line.substring(0, MOST_CHARACTERS - end);
  }
}
