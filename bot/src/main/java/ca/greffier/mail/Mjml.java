package ca.greffier.mail;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes a layout written in MJML into the tables and styles that mail programs understand. What
 * Pebble will fill stays as it is.
 */
final class Mjml {
  private static final Set<String> KNOWN =
      Set.copyOf(
          List.of(
              ("mjml mj-head mj-body mj-attributes mj-all mj-class mj-breakpoint mj-font"
                   + " mj-html-attributes mj-selector mj-html-attribute mj-preview mj-style"
                   + " mj-title mj-raw mj-wrapper mj-section mj-column mj-group mj-text mj-button"
                   + " mj-image mj-divider mj-spacer mj-table mj-hero mj-social mj-social-element"
                   + " mj-navbar mj-navbar-link mj-accordion mj-accordion-element"
                   + " mj-accordion-title mj-accordion-text mj-carousel mj-carousel-image")
                  .split(" ")));

  /** What a mail program would fetch as it opens a letter: whoever serves it knows who reads. */
  private static final Pattern FETCHED = Pattern.compile("(?i)<link\\b|@import\\b");

  /** A seventh of a short letter. */
  private static final Pattern INDENT = Pattern.compile("\\s*\n\\s*");

  private Mjml() {}

  /**
   * @param language what {@code lang} says; may be a placeholder
   * @throws TemplateFault naming the line that is no XML or no MJML; or when the letters would
   *     fetch a font or a style from elsewhere
   */
  static String html(String file, String source, String language) {
    verify(file, source);
    String html;
    try {
      html = Mjml4j.render(source, new Mjml4j.Configuration(language, Mjml4j.TextDirection.LTR));
    } catch (RuntimeException e) {
      throw new TemplateFault(file, String.valueOf(e.getMessage()), e);
    }
    if (FETCHED.matcher(html).find())
      throw new TemplateFault(
          file, "a letter would fetch a font or a style from elsewhere: name another font-family");
    return INDENT.matcher(html).replaceAll("\n").strip() + "\n";
  }

  /** The compiler lets through what it does not know, and mends what is not closed. */
  private static void verify(String file, String source) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(source));
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) continue;
        String name = reader.getLocalName();
        if (name.startsWith("mj") && !KNOWN.contains(name))
          throw new TemplateFault(
              file + ":" + reader.getLocation().getLineNumber(), "no such element: " + name);
      }
    } catch (XMLStreamException e) {
      String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNumber();
      throw new TemplateFault(file + line, firstLine(e), e);
    }
  }

  /** Without the place, which comes first. */
  private static String firstLine(XMLStreamException e) {
    return String.valueOf(e.getMessage()).replaceFirst("(?s)^.*\nMessage: ", "");
  }
}
