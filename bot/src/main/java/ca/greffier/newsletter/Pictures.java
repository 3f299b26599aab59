package ca.greffier.newsletter;

import ca.greffier.document.PublicPictures;
import ca.greffier.document.PublicPictures.Picture;
import ca.greffier.outbox.Enclosure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures that come along in a letter: {@code ![…](D-12)}, public in the register, made small
 * enough that the whole stays below 100 kB (domain.md E10). Nothing is fetched as a letter is
 * opened, so nobody learns who reads. One that does not come along is the words that stand for it.
 */
final class Pictures {
  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

  /** For all those of a letter at most, in bytes; a third more as they are written into it. */
  private static final int ROOM = 45_000;

  /** Twice what the layout shows, for fine screens; then less, until it fits. */
  private static final int[] WIDTHS = {1040, 780, 520, 400};

  private static final float[] QUALITIES = {0.8f, 0.6f, 0.4f};

  /** A picture of more is not opened: it would fill the memory. */
  private static final long MOST_PIXELS = 50_000_000;

  private static final Pattern SHOWN = Pattern.compile("(!\\[[^\\]\\n]*\\]\\()(D-[0-9]{1,9})\\)");

  private final PublicPictures register;

  Pictures(PublicPictures register) {
    this.register = register;
  }

  /** A text whose pictures are those that come along with it. */
  record Along(String contents, List<Enclosure> enclosures) {}

  Along with(String contents) {
    Set<String> codes = codes(contents);
    int room = Math.clamp((Weight.MOST - Weight.of(contents)) * 3L / 4, 0, ROOM);
    Map<String, Enclosure> small = new LinkedHashMap<>();
    for (String code : codes)
      register
          .of(code)
          .flatMap(picture -> small(code, picture, room / codes.size()))
          .ifPresent(enclosure -> small.put(code, enclosure));
    String shown = SHOWN.matcher(contents).replaceAll(found -> shown(found, small));
    return new Along(shown, List.copyOf(small.values()));
  }

  /** The codes that are no public picture of the register. */
  Set<String> missing(String contents) {
    Set<String> missing = codes(contents);
    missing.removeIf(code -> register.of(code).isPresent());
    return missing;
  }

  /** The codes of pictures that are public, and cannot be made small enough all the same. */
  Set<String> left(String contents) {
    Along along = with(contents);
    Set<String> left = codes(along.contents());
    left.removeAll(missing(along.contents()));
    return left;
  }

  private static Set<String> codes(String contents) {
    Set<String> codes = new TreeSet<>();
    SHOWN.matcher(contents).results().forEach(found -> codes.add(found.group(2)));
    return codes;
  }

  private static String shown(MatchResult found, Map<String, Enclosure> small) {
    Enclosure enclosure = small.get(found.group(2));
    String to = enclosure == null ? found.group(2) : "cid:" + Enclosure.contentId(enclosure.name());
    return Matcher.quoteReplacement(found.group(1) + to + ")");
  }

  private static Optional<Enclosure> small(String code, Picture picture, int most) {
    try {
      if (Files.size(picture.file()) <= most) {
        String name = code + "." + picture.type().extension();
        byte[] bytes = Files.readAllBytes(picture.file());
        return Optional.of(enclosure(name, picture.type().mediaType(), bytes));
      }
      Optional<BufferedImage> whole = read(Files.readAllBytes(picture.file()));
      if (whole.isEmpty()) return Optional.empty();
      return fitting(whole.get(), most).map(bytes -> enclosure(code + ".jpg", "image/jpeg", bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Enclosure enclosure(String name, String mediaType, byte[] bytes) {
    return new Enclosure(name, mediaType, bytes, name, true);
  }

  /** About as wide as is needed; empty when no reader knows it, or it is broken or too large. */
  private static Optional<BufferedImage> read(byte[] bytes) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) return Optional.empty();
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) return Optional.empty();
        ImageReadParam sparse = reader.getDefaultReadParam();
        int every = Math.max(1, reader.getWidth(0) / (2 * WIDTHS[0]));
        sparse.setSourceSubsampling(every, every, 0, 0);
        return Optional.of(reader.read(0, sparse));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException broken) {
      // the readers throw either, whatever somebody has put into a file
      LOG.warn("a picture cannot be read: {}", broken.toString());
      return Optional.empty();
    }
  }

  private static Optional<byte[]> fitting(BufferedImage image, int most) throws IOException {
    for (int width : WIDTHS) {
      BufferedImage scaled = scaled(image, Math.min(width, image.getWidth()));
      for (float quality : QUALITIES) {
        byte[] bytes = jpeg(scaled, quality);
        if (bytes.length <= most) return Optional.of(bytes);
      }
    }
    return Optional.empty();
  }

  /** On white, as a JPEG shows nothing through; without what a camera wrote beside the picture. */
  private static BufferedImage scaled(BufferedImage image, int width) {
    int height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    pen.dispose();
    return scaled;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
