package org.parley.phonebook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One's whole phonebook as a file, read part by part. */
@Controller
class ExportController {
  private final ExportService exports;

  ExportController(ExportService exports) {
    this.exports = exports;
  }

  @GetMapping("/phonebook/export/contacts.vcf")
  @Nullable Void vcard4(@CurrentAccount SignedIn me, HttpServletResponse response)
      throws IOException {
    return send(me, response, "text/vcard", "contacts.vcf", new VcardWriting(true));
  }

  @GetMapping("/phonebook/export/contacts-3.vcf")
  @Nullable Void vcard3(@CurrentAccount SignedIn me, HttpServletResponse response)
      throws IOException {
    return send(me, response, "text/vcard", "contacts.vcf", new VcardWriting(false));
  }

  @GetMapping("/phonebook/export/contacts.csv")
  @Nullable Void csv(@CurrentAccount SignedIn me, HttpServletResponse response) throws IOException {
    return send(me, response, "text/csv", "contacts.csv", new CsvWriting());
  }

  private @Nullable Void send(
      SignedIn me, HttpServletResponse response, String type, String name, CardWriting how)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    Writer out = response.getWriter();
    how.begin(out);
    long after = 0;
    List<ExportService.Entry> part = exports.part(me, after);
    while (!part.isEmpty()) {
      for (ExportService.Entry entry : part) {
        how.write(out, entry);
        after = entry.id();
      }
      part = exports.part(me, after);
    }
    return null;
  }
}
