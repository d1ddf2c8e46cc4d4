package org.parley.phonebook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The encodings in which people's files are written. */
final class Encodings {
  /** Those that can be chosen. */
  static final List<String> ALL = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252");

  private static final int LOOKED_AT = 4096;

  private Encodings() {}

  /** The encoding in which {@code file} most likely is. */
  static String guess(byte[] file) {
    if (begins(file, 0xff, 0xfe)) {
      return "UTF-16LE";
    }
    if (begins(file, 0xfe, 0xff)) {
      return "UTF-16BE";
    }
    if (begins(file, 0xef, 0xbb, 0xbf)) {
      return "UTF-8";
    }
    // Without a mark: in UTF-16, every other byte of plain letters is zero.
    int even = 0;
    int odd = 0;
    int looked = Math.min(LOOKED_AT, file.length);
    for (int i = 0; i < looked; i++) {
      if (file[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (Math.max(even, odd) > looked / 8) {
      return odd >= even ? "UTF-16LE" : "UTF-16BE";
    }
    return isUtf8(file) ? "UTF-8" : "windows-1252";
  }

  /** The text in {@code file}, without a mark of its encoding. */
  static String decode(byte[] file, String encoding) {
    Charset charset = ALL.contains(encoding) ? Charset.forName(encoding) : StandardCharsets.UTF_8;
    String text = new String(file, charset);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static boolean begins(byte[] file, int... mark) {
    if (file.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((file[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(byte[] file) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(file));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
