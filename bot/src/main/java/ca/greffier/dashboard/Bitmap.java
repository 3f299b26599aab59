package ca.greffier.dashboard;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A picture as PNG, for where SVG is not shown: chat and letters. Its letters come from a font that
 * we bring; a machine whose Java cannot draw letters at all gives no picture, and the words that
 * stand for it are told alone.
 */
final class Bitmap {
  private static final Logger LOG = LoggerFactory.getLogger(Bitmap.class);
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int MARGIN = 12;

  /** Sharp on the screens of today, and still a small file. */
  private static final double SCALE = 1.5;

  private Bitmap() {}

  /** The letters that every picture is drawn with; none where Java cannot draw any. */
  private static final class Letters {
    private static final boolean READY = register();

    private static boolean register() {
      try (InputStream font = PDDocument.class.getResourceAsStream(FONT)) {
        Font letters = Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(font));
        GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(letters);
        return true;
      } catch (IOException | FontFormatException | RuntimeException | LinkageError broken) {
        LOG.warn("pictures are told in words alone: this Java draws no letters", broken);
        return false;
      }
    }
  }

  /** Empty where this machine cannot draw. */
  static Optional<byte[]> of(Picture picture) {
    return Letters.READY ? Optional.of(drawn(picture)) : Optional.empty();
  }

  private static byte[] drawn(Picture picture) {
    String svg = picture.svg().replace(Svg.FONT, "Liberation Sans, sans-serif");
    SVGDocument document =
        Objects.requireNonNull(
            new SVGLoader()
                .load(
                    new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                    null,
                    LoaderContext.createDefault()),
            picture.name());
    FloatSize size = document.size();
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil((size.width + 2 * MARGIN) * SCALE),
            (int) Math.ceil((size.height + 2 * MARGIN) * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      pen.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      pen.setColor(Color.decode(Ink.PAPER.hex()));
      pen.fillRect(0, 0, image.getWidth(), image.getHeight());
      pen.scale(SCALE, SCALE);
      document.render(null, pen, new ViewBox(MARGIN, MARGIN, size.width, size.height));
    } finally {
      pen.dispose();
    }
    return png(image);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
