package org.parley.common;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what was refused before a controller was reached: the container forwards it here. */
@Controller
class ErrorController {
  private final Problems problems;

  ErrorController(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  Object error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    HttpStatus resolved =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    HttpStatus status = resolved == null ? HttpStatus.INTERNAL_SERVER_ERROR : resolved;
    if (path != null && ApiRequests.isOne(path.toString(), request.getContextPath())) {
      return problems
          .answer(status)
          .body(problems.document(status, problems.text(status), path.toString()));
    }
    ModelAndView page = new ModelAndView("error/error");
    page.setStatus(status);
    page.addObject("status", status.value());
    return page;
  }
}
