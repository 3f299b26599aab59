package ca.greffier.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** One Markdown text as it is read: sanitised HTML, or plain text with all its content. */
public final class Markdown {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("https", "http", "mailto", "cid")))
          .percentEncodeUrls(true)
          .attributeProviderFactory(_ -> Markdown::attributes)
          .build();

  /** The only pictures are those that come along: nothing remote, nothing that tells who reads. */
  private static final PolicyFactory SAFE = policy("cid:[a-zA-Z0-9.@-]+");

  /** Where the pages show the pictures of the register. */
  public static final String PICTURES = "/images/";

  static final Pattern OF_REGISTER = Pattern.compile("D-[0-9]{1,9}");
  private static final PolicyFactory SHOWN = policy(PICTURES + "D-[0-9]{1,9}");

  private static PolicyFactory policy(String pictures) {
    return new HtmlPolicyBuilder()
        .allowElements("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em")
        .allowElements("a", "br", "hr", "blockquote", "code", "pre")
        .allowElements("table", "thead", "tbody", "tr", "th", "td")
        .allowElements((name, attributes) -> attributes.contains("src") ? name : null, "img")
        .allowUrlProtocols("https", "http", "mailto", "cid")
        .allowAttributes("src")
        .matching(Pattern.compile(pictures))
        .onElements("img")
        .allowAttributes("alt")
        .onElements("img")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("class")
        .matching(false, "button")
        .onElements("a")
        .allowAttributes("start")
        .onElements("ol")
        .allowAttributes("scope", "align")
        .onElements("th", "td")
        .toFactory();
  }

  private final Node document;
  private final PolicyFactory policy;

  private Markdown(String source, int titles, boolean page) {
    policy = page ? SHOWN : SAFE;
    document = PARSER.parse(source);
    document.accept(new LineBreaks());
    document.accept(new Pictures(page));
    document.accept(new Headings(titles));
  }

  /** A whole text: its first heading is its title. */
  public static Markdown of(String source) {
    return new Markdown(source, 0, false);
  }

  /** A text that stands below a title of its page: its headings are of the second level on. */
  public static Markdown underTitle(String source) {
    return new Markdown(source, 1, false);
  }

  /** The same on a page of ours, which shows the pictures of the register: {@code ![…](D-12)}. */
  public static Markdown onPage(String source) {
    return new Markdown(source, 1, true);
  }

  public String html() {
    return policy.sanitize(HTML.render(document));
  }

  /**
   * @param colon what stands between the head of a column and a cell
   */
  public String text(String colon) {
    return new PlainText(colon).render(document);
  }

  public boolean hasHeading() {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading) return true;
    }
    return false;
  }

  /** The link when a paragraph is nothing else: it is shown as a button. */
  static @Nullable Link button(Node node) {
    return node instanceof Paragraph
            && node.getFirstChild() instanceof Link link
            && link.getNext() == null
        ? link
        : null;
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof TableCell cell && cell.isHeader()) attributes.put("scope", "col");
    if (node instanceof Link && node.getParent() != null && button(node.getParent()) != null)
      attributes.put("class", "button");
  }

  /** A picture that does not come along is the words that stand for it. */
  private static final class Pictures extends AbstractVisitor {
    private final boolean page;

    Pictures(boolean page) {
      this.page = page;
    }

    @Override
    public void visit(Image image) {
      String destination = image.getDestination();
      if (page && OF_REGISTER.matcher(destination).matches()) {
        image.setDestination(PICTURES + destination);
        return;
      }
      if (!page && destination.startsWith("cid:")) return;
      while (image.getFirstChild() != null) image.insertBefore(image.getFirstChild());
      image.unlink();
    }
  }

  /** A value's line ends are written U+2028 in Markdown; here they become line breaks. */
  private static final class LineBreaks extends AbstractVisitor {
    @Override
    public void visit(Text text) {
      String[] lines = text.getLiteral().split("\u2028", -1);
      text.setLiteral(lines[0]);
      Node last = text;
      for (int i = 1; i < lines.length; i++) {
        Node next = new HardLineBreak();
        last.insertAfter(next);
        last = new Text(lines[i]);
        next.insertAfter(last);
      }
    }
  }

  /** One first-level heading, and no level skipped, whatever the data brought (domain.md A4). */
  private static final class Headings extends AbstractVisitor {
    private int level;

    Headings(int titles) {
      level = titles;
    }

    @Override
    public void visit(Heading heading) {
      level = level == 0 ? 1 : Math.clamp(heading.getLevel(), 2, level + 1);
      heading.setLevel(level);
    }
  }
}
