package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final int DOT = 4;

  @Test
  void whatIsDrawnCanBeRead() throws Exception {
    String text = "otpauth://totp/Parley:zoë?secret=GEZDGNBVGY3TQOJQ";
    QrCode code = QrCode.of(text);
    int side = code.size() * DOT;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xffffff);
    Matcher dots = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.path());
    while (dots.find()) {
      for (int i = 0; i < DOT * DOT; i++) {
        int x = Integer.parseInt(dots.group(1)) * DOT + i % DOT;
        int y = Integer.parseInt(dots.group(2)) * DOT + i / DOT;
        pixels[y * side + x] = 0;
      }
    }
    assertThat(
            new QRCodeReader()
                .decode(
                    new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText())
        .isEqualTo(text);
    assertThat(code.viewBox()).isEqualTo("0 0 " + code.size() + " " + code.size());
  }
}
