/**
 * What this browser publishes about its owner over SIP: that it is there, whether anybody is at it, and
 * whether it is in a call, which the core knows by itself unless it was started again meanwhile. How
 * others are is told by the portal (lib/presences.js).
 */
export class Presence {
  #stack = null;
  #publication = null;
  #idle = false;
  #inCall = false;
  #published = null;
  #describe;

  /** @param {(presence: string) => string} describe makes the document that is published */
  constructor(describe) {
    this.#describe = describe;
  }

  /** The registration stands (again): the server may have forgotten everything. */
  connect(stack) {
    this.#stack = stack;
    this.#published = null;
    this.#publication = stack.newPublication();
    this.#publish();
  }

  disconnect() {
    this.#stack = null;
  }

  /** Leaves on purpose: takes back what was published. */
  withdraw() {
    if (this.#stack) this.#publication.withdraw();
  }

  set idle(idle) {
    this.#idle = idle;
    this.#publish();
  }

  set inCall(inCall) {
    this.#inCall = inCall;
    this.#publish();
  }

  #publish() {
    const presence = this.#inCall ? 'in-call' : this.#idle ? 'away' : 'available';
    if (!this.#stack || presence === this.#published) return;
    this.#published = presence;
    this.#publication.publish(this.#describe(presence));
  }
}
