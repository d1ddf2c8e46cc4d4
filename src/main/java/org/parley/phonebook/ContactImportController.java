package org.parley.phonebook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.InvalidRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking contacts over from files: a preview, then in the background, and back again. */
@Controller
class ContactImportController {
  private static final String ALL = "redirect:/phonebook/import";
  private static final int PROBLEMS = 100;

  private final ImportService imports;

  ContactImportController(ImportService imports) {
    this.imports = imports;
  }

  /** A file that was taken in. */
  record Taken(long id) {}

  /** How far an import is. */
  record Progress(String state, int done, int added, int merged, int skipped, int failed) {}

  @GetMapping("/phonebook/import")
  String list(@CurrentAccount SignedIn me, Model model) {
    model.addAttribute("imports", imports.list(me));
    return "phonebook/imports";
  }

  /** Scripts send the file as it is. */
  @PostMapping("/api/phonebook/imports")
  @ResponseBody
  @ResponseStatus(HttpStatus.CREATED)
  Taken take(
      @CurrentAccount SignedIn me,
      @RequestParam(name = "name", defaultValue = "") String name,
      HttpServletRequest request)
      throws IOException {
    byte[] file = request.getInputStream().readNBytes(ImportService.MOST_BYTES + 1);
    return new Taken(imports.take(me, name, file));
  }

  @GetMapping("/api/phonebook/imports/{id}")
  @ResponseBody
  Progress progress(@CurrentAccount SignedIn me, @PathVariable("id") long id) {
    ImportService.View one = imports.get(me, id);
    return new Progress(
        one.state(), one.done(), one.added(), one.merged(), one.skipped(), one.failed());
  }

  @GetMapping("/phonebook/import/{id}")
  String show(
      @CurrentAccount SignedIn me,
      @PathVariable("id") long id,
      @RequestParam(name = "after", defaultValue = "0") int after,
      Model model) {
    ImportService.View one = imports.get(me, id);
    model.addAttribute("import", one);
    model.addAttribute("encodings", Encodings.ALL);
    model.addAttribute("fields", CsvField.values());
    List<CardProblem> problems = imports.problems(me, id, after, PROBLEMS);
    model.addAttribute("problems", problems);
    if (problems.size() == PROBLEMS) {
      model.addAttribute("next", problems.get(PROBLEMS - 1).line());
    }
    return "phonebook/import";
  }

  /** Reads a draft another way, or has it taken over, or drops it: as the button says. */
  @PostMapping("/phonebook/import/{id}")
  String go(
      @CurrentAccount SignedIn me,
      @PathVariable("id") long id,
      @RequestParam(name = "act", defaultValue = "read") String act,
      @RequestParam(name = "encoding", defaultValue = "") String encoding,
      @RequestParam(name = "delimiter", defaultValue = "") String delimiter,
      @RequestParam(name = "fields", required = false) @Nullable List<String> fields,
      @RequestParam(name = "duplicates", defaultValue = "MERGE")
          ContactImport.Duplicates duplicates,
      HttpServletRequest request,
      RedirectAttributes after) {
    if (act.equals("drop")) {
      imports.drop(me, id);
      return ALL;
    }
    List<String> columns = fields == null ? List.of() : fields;
    String region = PhonebookController.region(request);
    String between = delimiter.equals("tab") ? "\t" : delimiter;
    imports.read(me, id, encoding, between, columns, region, act.equals("read"));
    if (act.equals("begin")) {
      try {
        imports.begin(me, id, duplicates);
      } catch (InvalidRequestException e) {
        after.addFlashAttribute("problem", e.key());
      }
    }
    return ALL + "/" + id;
  }

  @PostMapping("/phonebook/import/{id}/undo")
  String undo(@CurrentAccount SignedIn me, @PathVariable("id") long id) {
    imports.undo(me, id);
    return ALL + "/" + id;
  }
}
