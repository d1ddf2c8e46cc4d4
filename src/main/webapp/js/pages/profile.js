// Profile: a form like any other; the shell sends it without leaving. The picture goes by itself.
import { $ } from '../../vendor/jquery/jquery.module.js';
import { getJson, remove, sendFile } from '../lib/http.js';
import { learn } from '../lib/names.js';
import { Newest, settle } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { Cropper } from '../ui/cropper.js';
import { h } from '../ui/dom.js';
import { notice } from '../ui/notice.js';
import { pictureFor } from '../ui/picture.js';
import { me } from '../ui/session.js';
import { paintTimes } from '../ui/times.js';
import { connectHandlers } from './profile-handlers.js';

const SUGGESTED = 8;

export function connect(main, signal) {
  const $main = $(main);
  paintTimes(main);
  // What was saved is said once; it leaves when the next thing is typed.
  $main.on('input', 'form', () => $main.find('[data-testid="saved"]').remove());
  signal.addEventListener('abort', () => $main.off());
  connectHandlers(main, signal);
  if (!main.querySelector('[data-picture]')) return;
  connectPicture(main, signal);
  connectManager($main);
}

function connectManager($main) {
  const newest = new Newest();
  const look = settle(async () => {
    try {
      const q = $main.find('[name="manager"]').val().trim();
      const { people } = await getJson('/api/people', { q, limit: SUGGESTED, signal: newest.next() });
      const options = people.map(({ user, name }) => h('option', { value: user, label: name }));
      $main.find('#profile-people').empty().append(options);
    } catch {
      // Without suggestions the name is typed.
    }
  }, 150);
  $main.on('input', '[name="manager"]', look);
}

function connectPicture(main, signal) {
  const part = (name) => main.querySelector(`[data-${name}]`);
  const dialog = part('crop');
  const file = part('picture-file');
  const problem = part('picture-problem');
  const cropper = new Cropper(dialog.querySelector('canvas'), dialog.querySelector('#crop-zoom'), signal);
  const on = (element, type, job) => element.addEventListener(type, job, { signal });

  function tell(words) {
    problem.textContent = words;
    problem.hidden = !words;
  }

  /** Everywhere on the page oneself is seen at once. */
  function show(picture) {
    learn([{ ...me, picture }]);
    for (const dot of document.querySelectorAll(`.avatar [data-account="${CSS.escape(me.user)}"]`)) {
      const avatar = dot.closest('.avatar');
      avatar.querySelector('.avatar-picture')?.remove();
      const image = pictureFor(me.user);
      if (image) dot.before(image);
    }
    part('picture-remove').hidden = !picture;
    notice(text(`profile.picture.${picture ? 'saved' : 'removed'}`));
  }

  on(part('picture-choose'), 'click', () => file.click());
  on(file, 'change', async () => {
    const [chosen] = file.files;
    file.value = '';
    if (!chosen) return;
    tell('');
    try {
      // The browser turns it as its camera was held; nothing else of its data is sent.
      cropper.open(await window.createImageBitmap(chosen, { imageOrientation: 'from-image' }));
      dialog.showModal();
      dialog.querySelector('canvas').focus();
    } catch {
      tell(text('profile.picture.failed'));
    }
  });
  on(part('crop-cancel'), 'click', () => dialog.close());
  on(part('crop-save'), 'click', async () => {
    dialog.close();
    try {
      const { picture } = await sendFile('/api/profile/picture', await cropper.take());
      show(picture);
    } catch (failure) {
      tell(failure.detail || text('list.offline'));
    }
  });
  on(part('picture-remove'), 'click', async () => {
    try {
      await remove('/api/profile/picture');
      show(null);
    } catch (failure) {
      tell(failure.detail || text('list.offline'));
    }
  });
}
