// The phonebook from everywhere: anything that carries data-contact-add puts somebody into it.
import { Problem, postJson, remove } from '../lib/http.js';
import { nameOf } from '../lib/names.js';
import { text } from '../lib/texts.js';
import { notice } from './notice.js';
import { base } from './session.js';

/** Path of a contact. */
export function contactPath(id) {
  return `${base}/phonebook/${id}`;
}

/** What did not work is said; the reason of the portal, or that nothing was heard. */
export function sayProblem(problem) {
  notice((problem instanceof Problem && problem.detail) || text('page.undone'));
}

async function add(who, router) {
  try {
    const { id, isNew } = await postJson('/api/phonebook', { user: who });
    notice(text(isNew ? 'phonebook.added' : 'phonebook.there', nameOf(who)), {
      label: text('phonebook.open'),
      run: () => router.go(contactPath(id)),
    });
  } catch (problem) {
    // Nobody here: an address from outside wants a name first.
    if (problem.status === 404) router.go(`${base}/phonebook/new?address=${encodeURIComponent(who)}`);
    else sayProblem(problem);
  }
}

/** Blocks or hears again; answers the new block's number, or null. */
export async function toggleBlock(who, block) {
  if (block !== null) {
    await remove(`/api/phonebook/blocks/${block}`);
    notice(text('phonebook.unblocked', nameOf(who)));
    return null;
  }
  const state = await postJson('/api/phonebook/blocks', { who });
  notice(text('phonebook.blocked', nameOf(who)));
  return state.block;
}

export function connectContacts(router) {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-contact-add]');
    if (!button) return;
    event.preventDefault();
    add(button.dataset.contactAdd, router);
  });
}
