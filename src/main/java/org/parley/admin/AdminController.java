package org.parley.admin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where administration begins. */
@Controller
class AdminController {
  @GetMapping("/admin")
  String begin() {
    return "redirect:/admin/people";
  }
}
