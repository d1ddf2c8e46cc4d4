package org.parley.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.ReaderTime;
import org.parley.account.SignedIn;
import org.parley.audit.Act;
import org.parley.audit.AuditFilter;
import org.parley.audit.AuditLine;
import org.parley.audit.AuditLog;
import org.parley.common.Csv;
import org.parley.common.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The log of what administrators did. */
@Controller
@RequestMapping("/admin/audit")
class AuditController {
  private static final int CHUNK = 500;

  /** As many lines as one file holds at the most. */
  private static final int MOST = 50_000;

  private final AuditLog audit;
  private final AuditExport export;
  private final AuditNames names;
  private final AuditWords words;
  private final Clock clock;

  AuditController(
      AuditLog audit, AuditExport export, AuditNames names, AuditWords words, Clock clock) {
    this.audit = audit;
    this.export = export;
    this.names = names;
    this.words = words;
    this.clock = clock;
  }

  /** A line as the page shows it. */
  public record Row(AuditLine line, String at, String detail) {}

  @GetMapping
  String show(
      @ModelAttribute("form") AuditForm form,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    ReaderTime reader = ReaderTime.of(request);
    Page<AuditLine> page = audit.page(form.filter(reader), form.line(), AuditForm.LINES);
    List<Row> rows =
        names.shown(page.items()).stream()
            .map(line -> new Row(line, reader.moment(line.at()), words.detail(line, locale)))
            .toList();
    model.addAttribute("lines", new Page<>(rows, page.next()));
    model.addAttribute("acts", Arrays.stream(Act.values()).map(Act::key).toList());
    return "admin/audit";
  }

  /** All lines that fit, newest first, as a file; that it was taken is noted too. */
  @PostMapping("/export")
  void export(
      @CurrentAccount SignedIn me,
      @ModelAttribute("form") AuditForm form,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ReaderTime reader = ReaderTime.of(request);
    AuditFilter filter = form.filter(reader);
    export.note(me, form);
    String name = "audit-" + clock.instant().atZone(reader.zone()).toLocalDate() + ".csv";
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    Writer out = response.getWriter();
    // Spreadsheets take a file without this mark for one in an old encoding.
    out.write('\ufeff');
    out.write(Csv.line("time", "actor", "act", "subject", "detail", "address"));
    @Nullable String next = null;
    int left = MOST;
    do {
      long before = next == null ? Long.MAX_VALUE : Long.parseLong(next);
      Page<AuditLine> page = audit.page(filter, before, Math.min(left, CHUNK));
      for (AuditLine line : names.shown(page.items())) {
        out.write(
            Csv.line(
                line.at(),
                line.actor(),
                line.act(),
                line.subject(),
                line.detail(),
                line.address()));
      }
      left -= page.items().size();
      next = page.next();
    } while (next != null && left > 0);
  }
}
