package ca.greffier.exchange;

import javax.xml.stream.XMLInputFactory;

/** How XML of strangers is read: nothing is fetched, no entity is expanded. */
final class Xml {
  private Xml() {}

  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
