package org.parley.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that answers what a test says, or hangs up where the answer is empty. */
final class StubbornServer implements AutoCloseable {
  private static final String END = ".";
  private static final Map<String, String> USUAL =
      Map.of(
          "",
          "220 stub",
          "EHLO",
          "250 stub",
          "MAIL",
          "250 ok",
          "RCPT",
          "250 ok",
          "DATA",
          "354 go on",
          END,
          "250 taken",
          "RSET",
          "250 ok",
          "NOOP",
          "250 ok",
          "QUIT",
          "221 bye");

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final AtomicInteger bodies = new AtomicInteger();

  /** A server with other answers to some commands; {@code .} is the end of a mail. */
  StubbornServer(Map<String, String> answers) {
    this.answers = answers;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "stubborn");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many mails were handed over to their end. */
  int bodies() {
    return bodies.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // The client is gone, or the test is over.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = client.getOutputStream();
    boolean data = false;
    String command = "";
    while (true) {
      if (!data || command.equals(END)) {
        data = false;
        String answer = answers.getOrDefault(command, USUAL.getOrDefault(command, "500 what"));
        if (answer.isEmpty()) {
          return;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        data = answer.startsWith("354");
      }
      String line = in.readLine();
      if (line == null) {
        return;
      }
      command = data ? line : line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      if (data && line.equals(END)) {
        bodies.incrementAndGet();
      }
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
