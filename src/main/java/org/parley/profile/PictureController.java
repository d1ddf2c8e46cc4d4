package org.parley.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.CurrentAccount;
import org.parley.account.SignedIn;
import org.parley.common.NotFoundException;
import org.parley.common.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pictures of people: one's own is sent by a script, all are shown to all colleagues. */
@Controller
class PictureController {
  private static final String FOR_GOOD = "private, max-age=31536000, immutable";

  private final ProfileService profiles;
  private final PictureMaker maker;
  private final Problems problems;

  PictureController(ProfileService profiles, PictureMaker maker, Problems problems) {
    this.profiles = profiles;
    this.maker = maker;
    this.problems = problems;
  }

  /** The name of a picture that was taken. */
  record Shown(String picture) {}

  @PostMapping("/api/profile/picture")
  ResponseEntity<?> show(@CurrentAccount SignedIn me, HttpServletRequest request)
      throws IOException {
    byte[] file = request.getInputStream().readNBytes(PictureMaker.MOST_BYTES + 1);
    try {
      PictureMaker.Made made = maker.make(file);
      profiles.show(me, made);
      return ResponseEntity.ok(new Shown(made.hash()));
    } catch (PictureMaker.Refused e) {
      HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
      return problems
          .answer(status)
          .body(problems.document(status, problems.text(e.key()), request.getRequestURI()));
    }
  }

  @DeleteMapping("/api/profile/picture")
  ResponseEntity<Void> hide(@CurrentAccount SignedIn me) {
    profiles.hide(me);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/people/{user}/picture/{hash}/{size}")
  @Nullable Void picture(
      @PathVariable("user") String user,
      @PathVariable("hash") String hash,
      @PathVariable("size") String size,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    // The address names what it holds: who has it already need not ask the database.
    String tag = '"' + hash + '-' + size + '"';
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      keep(response, tag);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return null;
    }
    Optional<byte[]> picture =
        size.equals("small") || size.equals("large")
            ? profiles.picture(user, hash, size.equals("small"))
            : Optional.empty();
    byte[] bytes = picture.orElseThrow(NotFoundException::new);
    keep(response, tag);
    response.setContentType(MediaType.IMAGE_JPEG_VALUE);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    return null;
  }

  private static void keep(HttpServletResponse response, String tag) {
    // In place of what keeps pages out of every cache.
    response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
    response.setHeader(HttpHeaders.PRAGMA, null);
    response.setHeader(HttpHeaders.EXPIRES, null);
    response.setHeader(HttpHeaders.ETAG, tag);
  }
}
