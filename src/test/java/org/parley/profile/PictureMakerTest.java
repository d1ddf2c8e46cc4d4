package org.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PictureMakerTest {
  private final PictureMaker maker = new PictureMaker();

  static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 4, height / 4, width / 2, height / 2);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  @Test
  void aPictureComesInTwoSquareSizes() throws Exception {
    for (String format : new String[] {"png", "jpeg"}) {
      PictureMaker.Made made = maker.make(picture(format, 800, 600));
      BufferedImage large = ImageIO.read(new ByteArrayInputStream(made.large()));
      BufferedImage small = ImageIO.read(new ByteArrayInputStream(made.small()));
      assertThat(large.getWidth()).isEqualTo(512).isEqualTo(large.getHeight());
      assertThat(small.getWidth()).isEqualTo(96).isEqualTo(small.getHeight());
      assertThat(new Color(small.getRGB(48, 48)).getBlue()).isGreaterThan(200);
      assertThat(made.hash()).hasSize(32);
    }
  }

  @Test
  void nothingOfTheFileIsKeptButWhatOneSees() throws Exception {
    byte[] file = picture("jpeg", 100, 100);
    byte[] place = "Exif\0\0 where it was taken".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer marked = ByteBuffer.allocate(file.length + place.length + 4);
    marked.put(file, 0, 2).putShort((short) 0xffe1).putShort((short) (place.length + 2));
    marked.put(place).put(file, 2, file.length - 2);
    PictureMaker.Made made = maker.make(marked.array());
    assertThat(new String(made.large(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    assertThat(made.hash()).isEqualTo(maker.make(file).hash());
  }

  @Test
  void aSmallFileThatClaimsToBeHugeIsRefusedUnread() throws Exception {
    byte[] file = picture("png", 10, 10);
    ByteBuffer header = ByteBuffer.wrap(file);
    header.putInt(16, 50_000).putInt(20, 50_000);
    CRC32 sum = new CRC32();
    sum.update(file, 12, 17);
    header.putInt(29, (int) sum.getValue());
    refused(file, "profile.picture.large");
  }

  @Test
  void whatIsNoPictureIsRefused() throws Exception {
    refused(new byte[0], "profile.picture.format");
    refused("<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8), "profile.picture.format");
    refused(picture("gif", 10, 10), "profile.picture.format");
    byte[] half = java.util.Arrays.copyOf(picture("png", 300, 300), 60);
    refused(half, "profile.picture.format");
    refused(new byte[PictureMaker.MOST_BYTES + 1], "profile.picture.large");
  }

  private void refused(byte[] file, String key) {
    assertThatThrownBy(() -> maker.make(file))
        .isInstanceOf(PictureMaker.Refused.class)
        .hasMessage(key);
  }
}
