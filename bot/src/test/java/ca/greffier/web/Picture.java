package ca.greffier.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A small picture. */
final class Picture {
  private static final int SIDE = 48;

  private Picture() {}

  static byte[] blueSquare() {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    int[] blue = new int[SIDE * SIDE];
    Arrays.fill(blue, 0x0b5c6b);
    image.setRGB(0, 0, SIDE, SIDE, blue, 0, SIDE);
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
