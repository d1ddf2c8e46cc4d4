package org.parley.phonebook;

import java.io.IOException;
import java.io.Writer;

/** A form in which contacts are written into a file. */
interface CardWriting {
  /** What stands before them all. */
  void begin(Writer out) throws IOException;

  /** One of them. */
  void write(Writer out, ExportService.Entry entry) throws IOException;
}
