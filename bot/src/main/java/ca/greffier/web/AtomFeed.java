package ca.greffier.web;

import ca.greffier.newsletter.Issue;
import ca.greffier.newsletter.Newsletter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The issues of a newsletter for feed readers (RFC 4287). */
final class AtomFeed {
  private final String address;
  private final String author;
  private final Function<Issue, String> html;

  /**
   * @param address of the list's page
   * @param author who writes it
   * @param html the contents of an issue, sanitised
   */
  AtomFeed(String address, String author, Function<Issue, String> html) {
    this.address = address;
    this.author = author;
    this.html = html;
  }

  /**
   * @param issues sent, the latest first
   */
  String of(Newsletter list, List<Issue> issues) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      element(xml, "id", address);
      element(xml, "title", list.title());
      link(xml, "alternate", address);
      link(xml, "self", address + "/atom.xml");
      Instant latest = issues.isEmpty() ? Instant.EPOCH : sentAt(issues.getFirst());
      element(xml, "updated", latest.toString());
      xml.writeStartElement("author");
      element(xml, "name", author);
      xml.writeEndElement();
      for (Issue each : issues) entry(xml, each);
      xml.writeEndElement();
      xml.writeEndDocument();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void entry(XMLStreamWriter xml, Issue issue) throws XMLStreamException {
    String page = address + "/" + issue.number();
    xml.writeStartElement("entry");
    element(xml, "id", page);
    element(xml, "title", issue.title());
    link(xml, "alternate", page);
    element(xml, "updated", sentAt(issue).toString());
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(html.apply(issue));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static Instant sentAt(Issue issue) {
    return Objects.requireNonNull(issue.sentAt());
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }
}
