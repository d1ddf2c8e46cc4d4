package org.parley.profile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.common.ProviderSettings;
import org.parley.common.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches a picture from an address that a stranger may have chosen. Only https on its usual port,
 * at public addresses alone; what stands in the settings as a provider's own host is asked wherever
 * it is. No redirect is followed, and size, time and kind are bounded.
 */
@Component
class PictureFetcher {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ALL = Duration.ofSeconds(10);
  private static final Set<String> TYPES = Set.of("image/jpeg", "image/png");

  private final Settings settings;
  private final Duration patience;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Autowired
  PictureFetcher(Settings settings) {
    this(settings, ALL);
  }

  /** One that gives up after {@code patience}. */
  PictureFetcher(Settings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  /** Nothing will ever be fetched from there; the message tells why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * What lies at {@code address}, of which {@code provider} told.
   *
   * @throws Refused where it must not be asked, or is no picture
   * @throws IOException where another try may succeed
   */
  byte[] fetch(URI address, String provider) throws Refused, IOException, InterruptedException {
    if (!isOwnHost(address, provider)) {
      requirePublic(address);
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Accept", String.join(", ", TYPES))
            .build();
    CompletableFuture<HttpResponse<byte[]>> asked =
        http.sendAsync(request, PictureFetcher::readWhatIsAPicture);
    try {
      HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
        throw new IOException("answer " + answer.statusCode());
      }
      if (answer.statusCode() != 200) {
        throw new Refused("answer " + answer.statusCode());
      }
      return answer.body();
    } catch (TimeoutException e) {
      throw new IOException("no answer in time", e);
    } catch (ExecutionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof TooMuch) {
          throw new Refused(String.valueOf(cause.getMessage()));
        }
      }
      throw new IOException(e);
    } finally {
      asked.cancel(true);
    }
  }

  // The operator has named these hosts, so they may be asked even inside.
  private boolean isOwnHost(URI address, String provider) {
    return settings.providers().find(provider).stream()
        .flatMap(PictureFetcher::addresses)
        .anyMatch(
            own ->
                Objects.equals(own.getScheme(), address.getScheme())
                    && Objects.equals(own.getHost(), address.getHost())
                    && own.getPort() == address.getPort()
                    && address.getRawUserInfo() == null);
  }

  private static Stream<URI> addresses(ProviderSettings.Provider provider) {
    ProviderSettings.Endpoints endpoints = provider.endpoints();
    Stream<@Nullable URI> all =
        endpoints == null
            ? Stream.of(URI.create(provider.issuer()))
            : Stream.of(
                URI.create(provider.issuer()),
                endpoints.authorization(),
                endpoints.token(),
                endpoints.userInfo());
    return all.filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  private static void requirePublic(URI address) throws Refused, UnknownHostException {
    if (!"https".equals(address.getScheme())
        || address.getHost() == null
        || address.getRawUserInfo() != null
        || (address.getPort() != -1 && address.getPort() != 443)) {
      throw new Refused("not plain https");
    }
    // The JVM keeps the answer for 30 s, so what is looked at here is what is connected to; and
    // whoever is connected to has to show a certificate for this name.
    for (InetAddress host : InetAddress.getAllByName(address.getHost())) {
      if (!isPublic(host)) {
        throw new Refused("not a public address");
      }
    }
  }

  /** Whether {@code host} is an address of the world, and not of this machine or this network. */
  static boolean isPublic(InetAddress host) {
    if (host.isAnyLocalAddress()
        || host.isLoopbackAddress()
        || host.isLinkLocalAddress()
        || host.isSiteLocalAddress()
        || host.isMulticastAddress()) {
      return false;
    }
    byte[] b = host.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (b.length == 4) {
      return first != 0
          && first < 240
          && !(first == 100 && second >= 64 && second < 128) // Shared by a carrier's customers.
          && !(first == 192 && second == 0 && b[2] == 0)
          && !(first == 198 && (second == 18 || second == 19));
    }
    // 2000::/3 is all there is in public, less what wraps an IPv4 address or tunnels to one.
    boolean tunnel =
        first == 0x20 && (second == 0x02 || (second == 0x01 && b[2] == 0 && b[3] == 0));
    return (first & 0xe0) == 0x20 && !tunnel;
  }

  private static HttpResponse.BodySubscriber<byte[]> readWhatIsAPicture(
      HttpResponse.ResponseInfo answer) {
    Optional<String> type = answer.headers().firstValue("Content-Type");
    boolean isPicture =
        answer.statusCode() == 200
            && type.map(t -> t.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT))
                .filter(TYPES::contains)
                .isPresent();
    if (answer.statusCode() != 200) {
      return HttpResponse.BodySubscribers.replacing(new byte[0]);
    }
    return new Bounded(isPicture ? PictureMaker.MOST_BYTES : 0);
  }

  /** It is more than a picture may be, or none at all. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(String why) {
      super(why);
    }
  }

  /** Collects bytes up to a bound. */
  private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
    private final int most;
    private final CompletableFuture<byte[]> all = new CompletableFuture<>();
    private byte[] bytes = new byte[64 * 1024];
    private int size;
    private Flow.@Nullable Subscription subscription;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return all;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        int more = buffer.remaining();
        if (size + more > most) {
          Objects.requireNonNull(subscription).cancel();
          all.completeExceptionally(new TooMuch(most == 0 ? "not a picture" : "too large"));
          return;
        }
        if (size + more > bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
        buffer.get(bytes, size, more);
        size += more;
      }
    }

    @Override
    public void onError(Throwable failure) {
      all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      all.complete(Arrays.copyOf(bytes, size));
    }
  }
}
