package org.parley.phonebook;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The phonebook's page. */
@Controller
class PhonebookController {
  @GetMapping("/phonebook")
  String show() {
    return "phonebook/phonebook";
  }
}
