// Profile: a form like any other; the shell sends it without leaving.
import { $ } from '../../vendor/jquery/jquery.module.js';
import { paintTimes } from '../ui/times.js';

export function connect(main, signal) {
  paintTimes(main);
  // What was saved is said once; it leaves when the next thing is typed.
  $(main).on('input', 'form', () => $(main).find('[data-testid="saved"]').remove());
  signal.addEventListener('abort', () => $(main).off());
}
