package org.parley.profile;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.parley.common.TooManyRequestsException;
import org.springframework.stereotype.Component;

/**
 * Makes pictures of people from what browsers send. What is stored was drawn anew here: nothing of
 * the file that came is kept, neither where it was taken nor anything hidden in it.
 */
@Component
class PictureMaker {
  /** The largest file that is looked at, in bytes. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  /** The longest side of a picture that is decoded: browsers send one that is cropped already. */
  static final int LONGEST_SIDE = 2048;

  static final int LARGE = 512;
  static final int SMALL = 96;

  private static final Set<String> FORMATS = Set.of("jpeg", "png");
  private static final float QUALITY = 0.85f;

  // A decoded picture takes up to 16 MiB.
  private final Semaphore places = new Semaphore(2);

  /** A picture in its two sizes, as JPEG. */
  static final class Made {
    private final String hash;
    private final byte[] large;
    private final byte[] small;

    private Made(byte[] large, byte[] small) {
      this.hash = digest(large);
      this.large = large;
      this.small = small;
    }

    /** The name of the picture: other pictures have other names. */
    String hash() {
      return hash;
    }

    byte[] large() {
      return large;
    }

    byte[] small() {
      return small;
    }
  }

  /** What came is no picture that can be taken; the key tells why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String key) {
      super(key);
    }

    String key() {
      return String.valueOf(getMessage());
    }
  }

  Made make(byte[] file) throws Refused {
    if (file.length > MOST_BYTES) {
      throw new Refused("profile.picture.large");
    }
    if (!places.tryAcquire()) {
      throw new TooManyRequestsException(java.time.Duration.ofSeconds(2));
    }
    try {
      ImageIO.setUseCache(false);
      BufferedImage source = decode(file);
      byte[] large = jpeg(scaled(source, LARGE));
      return new Made(large, jpeg(scaled(source, SMALL)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.release();
    }
  }

  private static BufferedImage decode(byte[] file) throws Refused {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      ImageReader reader = readers.hasNext() ? readers.next() : null;
      if (reader == null || !FORMATS.contains(format(reader))) {
        throw new Refused("profile.picture.format");
      }
      try {
        reader.setInput(in, true, true);
        // The header alone is read here: a small file may claim to be a picture of gigabytes.
        if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
          throw new Refused("profile.picture.large");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw new Refused("profile.picture.format"); // Broken in one of the many ways there are.
    }
  }

  private static String format(ImageReader reader) throws IOException {
    return reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
  }

  /** The middle square of {@code source}; what is transparent becomes white. */
  private static BufferedImage scaled(BufferedImage source, int size) {
    int side = Math.min(source.getWidth(), source.getHeight());
    int left = (source.getWidth() - side) / 2;
    int top = (source.getHeight() - side) / 2;
    BufferedImage square = source.getSubimage(left, top, side, side);
    // By halves: one big step would skip most of what there is.
    for (int step = Math.max(side / 2, size); step > size * 2; step /= 2) {
      square = drawn(square, step);
    }
    return drawn(square, size);
  }

  private static BufferedImage drawn(BufferedImage source, int size) {
    BufferedImage target = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(source, 0, 0, size, size, Color.WHITE, null);
    graphics.dispose();
    return target;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, List.of(), null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
