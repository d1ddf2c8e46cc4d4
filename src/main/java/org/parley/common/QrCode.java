package org.parley.common;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A text as a picture that a phone's camera reads.
 *
 * @param size the length of a side, in dots, with the quiet edge
 * @param path the dark dots, as the path of an SVG whose unit is a dot
 */
public record QrCode(int size, String path) {
  /** The picture of {@code text}. */
  public static QrCode of(String text) {
    BitMatrix dots;
    try {
      dots =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.CHARACTER_SET,
                      "UTF-8",
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M,
                      EncodeHintType.MARGIN,
                      4));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a picture", e);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < dots.getHeight(); y++) {
      for (int x = 0; x < dots.getWidth(); x++) {
        if (dots.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return new QrCode(dots.getWidth(), path.toString());
  }

  /** The square it fills, as an SVG says it; a page would drop the blanks between values. */
  public String viewBox() {
    return "0 0 " + size + " " + size;
  }

  @Override
  public String toString() {
    return "QrCode[" + size + "]"; // What it shows is mostly a secret.
  }
}
