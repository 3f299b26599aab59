package ca.greffier.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A document as tagged PDF, with its own letters: PDF/UA-1 and PDF/A-3u. */
final class PaperPdf {
  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
  private static final int PLAIN = 400;
  private static final int BOLD = 700;

  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private PaperPdf() {}

  static byte[] write(Paper paper) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.useFont(font("DejaVuSans.ttf"), "DejaVu Sans", PLAIN, FontStyle.NORMAL, true);
    builder.useFont(font("DejaVuSans-Bold.ttf"), "DejaVu Sans", BOLD, FontStyle.NORMAL, true);
    // A document is made of its own text alone: nothing is fetched.
    builder.useUriResolver((base, uri) -> null);
    builder.withProducer("Greffier");
    builder.withHtmlContent(PaperHtml.of(paper), null);
    builder.toStream(bytes);
    try {
      builder.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static FSSupplier<InputStream> font(String name) {
    return () -> Objects.requireNonNull(PaperPdf.class.getResourceAsStream(FONTS + name), name);
  }
}
