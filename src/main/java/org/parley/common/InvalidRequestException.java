package org.parley.common;

/**
 * A request that cannot be understood, with a sentence for the person who made it, in their
 * language: answered 400.
 */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object[] arguments;

  /**
   * A refusal in the words of a message.
   *
   * @param key the message's key
   * @param arguments what it names; nothing internal
   */
  public InvalidRequestException(String key, Object... arguments) {
    super(key);
    this.arguments = arguments.clone();
  }

  /** The key of the sentence. */
  public String key() {
    return String.valueOf(getMessage());
  }

  Object[] arguments() {
    return arguments.clone();
  }
}
