package org.parley.mail;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written: to whom, in which language, about what. Its words stand in the message
 * bundles as {@code mail.<kind>.subject}, {@code mail.<kind>.text} (paragraphs are separated by an
 * empty line) and, with a link, {@code mail.<kind>.do}.
 */
public final class Letter {
  private final String kind;
  private final String address;
  private final @Nullable String name;
  private final Locale locale;
  private final List<Object> words = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();
  private @Nullable URI link;
  private @Nullable Instant notAfter;
  private @Nullable String reference;

  private Letter(String kind, String address, @Nullable String name, Locale locale) {
    this.kind = kind;
    this.address = address;
    this.name = name;
    this.locale = locale;
  }

  /**
   * A part of a letter under a heading of its own.
   *
   * @param heading what stands above it
   * @param lines what stands in it, as it was written: nothing in them is taken for markup
   * @param label the words of its link, as they are shown
   * @param link where the link leads
   */
  record Section(String heading, List<String> lines, String label, URI link) {}

  /**
   * Begins a letter.
   *
   * @param kind the middle of its keys in the bundles
   * @param address the mail address
   * @param name the recipient's name, where it is known
   * @param locale the language it is written in
   */
  public static Letter of(String kind, String address, @Nullable String name, Locale locale) {
    return new Letter(kind, address, name, locale);
  }

  /** What stands for {@code {0}}, {@code {1}} … in subject and text. */
  public Letter words(Object... values) {
    words.addAll(List.of(values));
    return this;
  }

  /** Where its button leads. */
  public Letter link(URI target) {
    link = target;
    return this;
  }

  /** Adds a part under a heading of its own, with a link. */
  public Letter section(String heading, List<String> lines, String label, URI target) {
    sections.add(new Section(heading, List.copyOf(lines), label, target));
    return this;
  }

  /** When it is of no use any more, for example because its link has expired. */
  public Letter notAfter(Instant time) {
    notAfter = time;
    return this;
  }

  /** What its sender knows it by when a {@link MailListener} is told what became of it. */
  public Letter reference(String text) {
    reference = text;
    return this;
  }

  String kind() {
    return kind;
  }

  String address() {
    return address;
  }

  @Nullable String name() {
    return name;
  }

  Locale locale() {
    return locale;
  }

  Object[] arguments() {
    return words.toArray();
  }

  List<Section> sections() {
    return sections;
  }

  @Nullable URI link() {
    return link;
  }

  @Nullable Instant notAfter() {
    return notAfter;
  }

  @Nullable String reference() {
    return reference;
  }
}
