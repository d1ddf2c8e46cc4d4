package org.parley.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.account.SignedIn;
import org.parley.common.Settings;
import org.parley.provider.Identity;
import org.parley.testing.DatabaseTest;
import org.parley.testing.TestPeople;
import org.parley.testing.TestProviders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class ProviderPicturesIT {
  @Autowired private ProviderPictures pictures;
  @Autowired private PicturePump pump;
  @Autowired private PictureMaker maker;
  @Autowired private ProfileService profiles;
  @Autowired private TestPeople people;
  @Autowired private Settings settings;
  @Autowired private DataSource dataSource;

  private final TestProviders providers = TestProviders.running();
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void nobodyElseWaits() {
    jdbc().update("delete from picture_wish");
  }

  private JdbcTemplate jdbc() {
    return new JdbcTemplate(dataSource);
  }

  private SignedIn newcomer(String url) {
    SignedIn zoe = people.employee("zoe");
    pictures.admitted(
        zoe.id(),
        new Identity(
            "facebook",
            "https://www.facebook.com",
            UUID.randomUUID().toString(),
            null,
            false,
            "Zoe",
            url));
    return zoe;
  }

  private HttpHandler answer(int status, String type, byte[] body) {
    return exchange -> {
      asked.incrementAndGet();
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Location", providers.picture() + "/elsewhere");
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      try (var out = exchange.getResponseBody()) {
        out.write(body);
      }
    };
  }

  private static byte[] png() throws Exception {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillRect(0, 0, 300, 200);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private @Nullable String shown(SignedIn person) {
    return jdbc()
        .queryForObject("select picture from account where id = ?", String.class, person.id());
  }

  private List<Integer> waiting(SignedIn person) {
    return jdbc()
        .queryForList(
            "select tries from picture_wish where account_id = ?", Integer.class, person.id());
  }

  @Test
  void aNewcomersPictureIsDrawnAnewAndShown() throws Exception {
    providers.picture(answer(200, "image/png", png()));
    SignedIn zoe = newcomer(providers.picture() + "/zoe");
    assertThat(pump.step()).isEqualTo(Duration.ZERO);
    String hash = shown(zoe);
    assertThat(hash).isNotNull();
    byte[] stored = profiles.picture(zoe.user(), String.valueOf(hash), false).orElseThrow();
    assertThat(stored).startsWith(0xff, 0xd8);
    assertThat(ImageIO.read(new ByteArrayInputStream(stored)).getWidth()).isEqualTo(512);
    assertThat(waiting(zoe)).isEmpty();
    assertThat(pump.step()).isPositive();
    assertThat(asked).hasValue(1);
  }

  @Test
  void whoHasChosenAPictureMeanwhileKeepsIt() throws Exception {
    providers.picture(answer(200, "image/png", png()));
    SignedIn zoe = newcomer(providers.picture() + "/zoe");
    BufferedImage own = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(own, "png", bytes);
    profiles.show(zoe, maker.make(bytes.toByteArray()));
    String chosen = shown(zoe);
    pump.step();
    assertThat(shown(zoe)).isEqualTo(chosen);
    assertThat(waiting(zoe)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/x",
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/x",
        "https://8.8.8.8:8443/x",
        "https://user@8.8.8.8/x",
        "http://8.8.8.8/x",
        "ftp://8.8.8.8/x"
      })
  void insideAddressesAreNotAsked(String url) {
    SignedIn zoe = newcomer(url);
    assertThat(pump.step()).isEqualTo(Duration.ZERO);
    assertThat(waiting(zoe)).isEmpty();
    assertThat(shown(zoe)).isNull();
  }

  @Test
  void whatIsNoPictureIsGivenUpAtOnce() throws Exception {
    List<HttpHandler> answers =
        List.of(
            answer(200, "text/html", png()),
            answer(200, "image/png", "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            answer(200, "image/png", new byte[PictureMaker.MOST_BYTES + 1]),
            answer(302, "image/png", new byte[0]),
            answer(404, "image/png", new byte[0]));
    for (HttpHandler each : answers) {
      providers.picture(each);
      SignedIn zoe = newcomer(providers.picture() + "/zoe");
      pump.step();
      assertThat(waiting(zoe)).isEmpty();
      assertThat(shown(zoe)).isNull();
    }
    assertThat(asked).hasValue(answers.size());
  }

  @Test
  void aServerInTroubleIsAskedAgainLaterAndNotForever() throws Exception {
    providers.picture(answer(503, "text/plain", new byte[0]));
    SignedIn zoe = newcomer(providers.picture() + "/zoe");
    pump.step();
    assertThat(waiting(zoe)).containsExactly(1);
    assertThat(pump.step()).isPositive();
    for (int i = 1; i < ProviderPictures.TRIES; i++) {
      jdbc().update("update picture_wish set due_at = utc_timestamp(6) - interval 1 second");
      pump.step();
    }
    assertThat(waiting(zoe)).isEmpty();
    assertThat(asked).hasValue(ProviderPictures.TRIES);
  }

  @Test
  void aServerThatDripsIsNotWaitedFor() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    providers.picture(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(1);
          exchange.getResponseBody().flush();
          try {
            over.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    SignedIn zoe = newcomer(providers.picture() + "/zoe");
    PicturePump hasty =
        new PicturePump(pictures, new PictureFetcher(settings, Duration.ofMillis(400)), maker);
    long start = System.nanoTime();
    hasty.step();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    over.countDown();
    assertThat(waiting(zoe)).containsExactly(1);
  }
}
