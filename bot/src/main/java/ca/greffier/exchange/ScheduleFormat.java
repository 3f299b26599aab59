package ca.greffier.exchange;

import ca.greffier.table.TableFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The formats that are read, known by what a file holds: people rename files. */
public enum ScheduleFormat {
  /** Microsoft Project. */
  MPP,
  /** Microsoft Project, exchange in text, until 1998. */
  MPX,
  /** Microsoft Project, exchange in XML. */
  MSPDI,
  /** Primavera P6, exchange in text. */
  XER,
  /** Primavera P6, exchange in XML. */
  PMXML,
  /** GNOME Planner. */
  PLANNER,
  /** GanttProject, which counts in days. */
  GAN,
  /** A table with a line for each task, which counts in days. */
  CSV,
  /** The same in a workbook of Excel. */
  XLSX;

  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final XMLInputFactory XML = Xml.factory();

  /** The format of a file; empty when it is none of these. */
  static Optional<ScheduleFormat> of(byte[] file) {
    if (file.length >= COMPOUND.length && Arrays.equals(Arrays.copyOf(file, 4), COMPOUND))
      return Optional.of(MPP);
    String start = new String(file, 0, Math.min(file.length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith("MPX")) return Optional.of(MPX);
    if (start.contains("ERMHDR")) return Optional.of(XER);
    if (TableFile.isWorkbook(file)) return Optional.of(XLSX);
    return ofXml(file).or(() -> looksLikeText(file) ? Optional.of(CSV) : Optional.empty());
  }

  /** Whether dates of the format have no time. */
  public boolean countsInDays() {
    return this == GAN || this == CSV || this == XLSX;
  }

  /** Whether it can only be a table. */
  static boolean isTable(byte[] file) {
    return of(file).filter(format -> format == CSV || format == XLSX).isPresent();
  }

  private static boolean looksLikeText(byte[] file) {
    for (byte each : file) {
      if (each == 0) return false;
    }
    return file.length > 0 && file[0] != '<';
  }

  private static Optional<ScheduleFormat> ofXml(byte[] file) {
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(file));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) return ofRoot(xml);
      }
      return Optional.empty();
    } catch (XMLStreamException notXml) {
      return Optional.empty();
    }
  }

  private static Optional<ScheduleFormat> ofRoot(XMLStreamReader root) {
    return switch (root.getLocalName()) {
      case "Project" -> Optional.of(MSPDI);
      case "APIBusinessObjects" -> Optional.of(PMXML);
      case "project" ->
          Optional.of(root.getAttributeValue(null, "mrproject-version") != null ? PLANNER : GAN);
      default -> Optional.empty();
    };
  }
}
