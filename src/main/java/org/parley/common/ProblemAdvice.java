package org.parley.common;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The one place where an exception becomes an answer: a problem document (RFC 9457) for {@code
 * /api}, a page for everything else. Neither tells more than its reader can use.
 */
@ControllerAdvice
class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  Object notFound(NotFoundException e, HttpServletRequest request) {
    return answer(
        request, HttpStatus.NOT_FOUND, problems.text(HttpStatus.NOT_FOUND), new HttpHeaders());
  }

  @ExceptionHandler
  Object invalid(InvalidRequestException e, HttpServletRequest request) {
    return answer(
        request, HttpStatus.BAD_REQUEST, problems.text(e.key(), e.arguments()), new HttpHeaders());
  }

  @ExceptionHandler
  Object mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        problems.text("problem.value", e.getName()),
        new HttpHeaders());
  }

  @ExceptionHandler
  Object unreadable(HttpMessageConversionException e, HttpServletRequest request) {
    return answer(
        request, HttpStatus.BAD_REQUEST, problems.text("problem.body"), new HttpHeaders());
  }

  @ExceptionHandler
  Object tooMany(TooManyRequestsException e, HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, e.retryAfter().toSeconds())));
    return answer(
        request,
        HttpStatus.TOO_MANY_REQUESTS,
        problems.text(HttpStatus.TOO_MANY_REQUESTS),
        headers);
  }

  @ExceptionHandler
  @Nullable Object other(Exception e, HttpServletRequest request) throws Exception {
    if (e instanceof AccessDeniedException) {
      throw e; // Spring Security decides between signing in and refusing.
    }
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      log.debug("client gone: {}", e.getMessage());
      return null; // Nobody is left to answer.
    }
    if (Outage.isOne(e)) {
      log.warn(
          "{} {}: no database: {}", request.getMethod(), request.getRequestURI(), e.toString());
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Outage.RETRY_AFTER.toSeconds()));
      return answer(
          request,
          HttpStatus.SERVICE_UNAVAILABLE,
          problems.text(HttpStatus.SERVICE_UNAVAILABLE),
          headers);
    }
    if (e instanceof ErrorResponse error) {
      return answer(request, error.getStatusCode(), detail(error), error.getHeaders());
    }
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
    return answer(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        problems.text(HttpStatus.INTERNAL_SERVER_ERROR),
        new HttpHeaders());
  }

  // What the framework says itself is English, and for programmers.
  private String detail(ErrorResponse error) {
    if (error instanceof BindException invalid && invalid.hasErrors()) {
      return problems.text(invalid.getAllErrors().get(0));
    }
    if (error instanceof HandlerMethodValidationException invalid
        && !invalid.getAllErrors().isEmpty()) {
      return problems.text(invalid.getAllErrors().get(0));
    }
    return problems.text(error.getStatusCode());
  }

  private Object answer(
      HttpServletRequest request, HttpStatusCode status, String detail, HttpHeaders headers) {
    if (ApiRequests.isOne(request)) {
      return problems
          .answer(status)
          .headers(headers)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problems.document(status, detail, request.getRequestURI()));
    }
    ModelAndView page = new ModelAndView("error/error");
    page.setStatus(status);
    page.addObject("status", status.value());
    page.addObject("detail", detail);
    return page;
  }
}
