// A page that the server wrote, in which only moments want the reader's words.
import { paintTimes } from '../ui/times.js';

export function connect(main) {
  paintTimes(main);
}
