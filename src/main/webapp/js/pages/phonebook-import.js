// Taking contacts over: a file is sent as it is, and what becomes of it is shown as it happens.
import { getJson, sendFile } from '../lib/http.js';
import { serial } from '../lib/once.js';
import { text } from '../lib/texts.js';
import { base, events } from '../ui/session.js';
import { paintTimes } from '../ui/times.js';

const UNDER_WAY = ['WAITING', 'RUNNING'];

export function connect(main, signal, { router }) {
  paintTimes(main);
  const file = main.querySelector('[data-import-file]');
  if (file) connectFile(main, file, signal, router);
  const place = main.querySelector('[data-import]');
  if (place && UNDER_WAY.includes(place.dataset.state)) follow(main, place, signal, router);
}

function connectFile(main, file, signal, router) {
  const problem = main.querySelector('[data-import-problem]');
  const choose = main.querySelector('[data-import-choose]');
  choose.addEventListener('click', () => file.click(), { signal });
  file.addEventListener(
    'change',
    async () => {
      const [chosen] = file.files;
      file.value = '';
      if (!chosen) return;
      problem.hidden = true;
      choose.disabled = true;
      try {
        const blob = new Blob([chosen], { type: 'application/octet-stream' });
        const { id } = await sendFile(`/api/phonebook/imports?name=${encodeURIComponent(chosen.name)}`, blob);
        router.go(`${base}/phonebook/import/${id}`);
      } catch (failure) {
        problem.textContent = failure.detail || text('list.offline');
        problem.hidden = false;
      } finally {
        choose.disabled = false;
      }
    },
    { signal },
  );
}

function follow(main, place, signal, router) {
  const look = serial(async () => {
    try {
      const progress = await getJson(`/api/phonebook/imports/${place.dataset.import}`, { signal });
      for (const figure of main.querySelectorAll('[data-figure]')) figure.textContent = progress[figure.dataset.figure];
      // The whole page has more to say once it is over.
      if (!UNDER_WAY.includes(progress.state) && !signal.aborted) router.go(location.href, { replace: true });
    } catch {
      // The next word of it asks again.
    }
  });
  for (const type of ['import', 'resync']) events.addEventListener(type, look, { signal });
  look();
}
