package org.parley.common;

/**
 * A browser's own name, {@code d-} and 16 hexadecimal digits. It tells devices of one person apart;
 * it is no secret and proves nothing.
 */
public final class DeviceId {
  /** The cookie that keeps it. */
  public static final String COOKIE = "PARLEY_DEVICE";

  /** The request attribute that holds it, always set for pages and {@code /api}. */
  public static final String ATTRIBUTE = "device";

  private DeviceId() {}
}
