package org.parley.flows.browser;

import java.util.List;

/** What a browser has to see and hear with, and whether its owner lets a page use it. */
public enum Devices {
  /** A camera with a moving picture, a microphone with a beep, and no question asked. */
  ALLOWED("fps=5", "--use-fake-ui-for-media-stream"),
  /** The same devices, but every question is answered with no. */
  REFUSED("fps=5", "--use-fake-ui-for-media-stream=deny"),
  /** A microphone, and no camera at all. */
  NO_CAMERA("device-count=0", "--use-fake-ui-for-media-stream");

  private final String camera;
  private final String permission;

  Devices(String camera, String permission) {
    this.camera = camera;
    this.permission = permission;
  }

  /** The flags for Chromium. Five pictures a second prove as much as thirty, on two cores. */
  List<String> flags() {
    return List.of("--use-fake-device-for-media-stream=" + camera, permission);
  }
}
