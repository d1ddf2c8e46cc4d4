package org.parley.flows.people;

/** How two people get into a call, where that is only the beginning of a flow. */
public final class Talk {
  private Talk() {}

  /** One calls with voice, the other answers; both hear each other. */
  public static void withVoice(Person caller, Person callee) {
    caller.shell().call(callee.user());
    callee.phone().awaitIncoming();
    callee.phone().answer();
    for (Person person : new Person[] {caller, callee}) {
      person.phone().awaitState("in-call");
      person.media().awaitSound();
    }
  }

  /** One calls with picture, the other answers with picture; both see and hear each other. */
  public static void withVideo(Person caller, Person callee) {
    caller.shell().callWithVideo(callee.user());
    callee.phone().awaitIncoming();
    callee.phone().answerWithVideo();
    for (Person person : new Person[] {caller, callee}) {
      person.phone().awaitState("in-call");
      person.media().awaitPictureAndSound();
    }
  }
}
