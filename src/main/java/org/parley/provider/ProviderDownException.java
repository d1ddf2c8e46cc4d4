package org.parley.provider;

/** A provider does not answer, or not what it should. */
final class ProviderDownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderDownException(String provider) {
    super(provider + " does not answer");
  }
}
