/** An event with a `detail`, like CustomEvent, which not every Node that runs our tests has. */
export class DetailEvent extends Event {
  constructor(type, detail = null, options = {}) {
    super(type, options);
    this.detail = detail;
  }
}
