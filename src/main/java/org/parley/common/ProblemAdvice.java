package org.parley.common;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
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

  @ExceptionHandler
  Object notFound(NotFoundException e, HttpServletRequest request) {
    return answer(request, HttpStatus.NOT_FOUND, "There is nothing here.", new HttpHeaders());
  }

  @ExceptionHandler
  Object invalid(InvalidRequestException e, HttpServletRequest request) {
    return answer(request, HttpStatus.BAD_REQUEST, sentence(e), new HttpHeaders());
  }

  @ExceptionHandler
  Object mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "The value of '" + e.getName() + "' is not one this address takes.",
        new HttpHeaders());
  }

  @ExceptionHandler
  Object unreadable(HttpMessageConversionException e, HttpServletRequest request) {
    return answer(
        request,
        HttpStatus.BAD_REQUEST,
        "The body is not what this address takes.",
        new HttpHeaders());
  }

  @ExceptionHandler
  Object tooMany(TooManyRequestsException e, HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, e.retryAfter().toSeconds())));
    return answer(request, HttpStatus.TOO_MANY_REQUESTS, "Too many tries. Wait a moment.", headers);
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
      return answer(request, HttpStatus.SERVICE_UNAVAILABLE, "Try again in a moment.", headers);
    }
    if (e instanceof ErrorResponse error) {
      String detail = error.getBody().getDetail();
      return answer(
          request, error.getStatusCode(), detail == null ? "" : detail, error.getHeaders());
    }
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
    return answer(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong here. It has been noted.",
        new HttpHeaders());
  }

  private static Object answer(
      HttpServletRequest request, HttpStatusCode status, String detail, HttpHeaders headers) {
    if (ApiRequests.isOne(request)) {
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
      problem.setInstance(URI.create(request.getRequestURI()));
      return ResponseEntity.status(status)
          .headers(headers)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    ModelAndView page = new ModelAndView("error/error");
    page.setStatus(status);
    page.addObject("status", status.value());
    page.addObject("detail", detail);
    return page;
  }

  private static String sentence(Exception e) {
    String message = e.getMessage();
    return message == null ? "" : message;
  }
}
