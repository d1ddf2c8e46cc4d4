// The command palette: type a name, Enter writes or calls. It lies over the page without taking
// anything from it, so a call goes on below it and an incoming one appears above.
import { getJson } from '../lib/http.js';
import { learn } from '../lib/names.js';
import { Newest, settle } from '../lib/once.js';
import { actOf, fits, keyOf, keysOf, offer } from '../lib/palette.js';
import { countText, text } from '../lib/texts.js';
import { phone } from '../phone/index.js';
import { h, icon } from './dom.js';
import { announce } from './notice.js';
import { avatar } from './person.js';
import { talkPath } from './session.js';

const WAIT = 90;
const PEOPLE = 7;
const KEYS = { write: 'Enter', go: 'Enter', run: 'Enter', call: 'Shift Enter', video: 'Alt Enter' };
const ICONS = { write: 'chat', call: 'telephone', video: 'camera-video' };

function iconOf(element) {
  const name = [...(element.querySelector('.bi')?.classList ?? [])].find((each) => each.startsWith('bi-'));
  return name?.slice('bi-'.length) ?? 'circle';
}

/** What stands in the rail. */
function places() {
  return [...document.querySelectorAll('.rail-link')].map((link) => ({
    label: link.querySelector('span').textContent,
    icon: iconOf(link),
    run: () => link.click(),
  }));
}

function label(button) {
  const words = [...button.childNodes].filter(({ nodeName }) => nodeName !== 'KBD' && nodeName !== 'I');
  return words.map(({ textContent }) => textContent).join('').trim();
}

/** What the menu of oneself and the bar of a call can do, said as they say it. */
function actions() {
  const inCall = [...document.querySelectorAll('#call [data-do]:not(:disabled)')]
    .filter((button) => button.offsetParent !== null)
    .map((button) => ({
      label: button.getAttribute('aria-label'),
      icon: iconOf(button),
      run: () => button.click(),
    }));
  const menu = document.querySelectorAll('.me-menu :is(button, a):not([data-open-palette])');
  const own = [...menu].map((button) => {
    const group = button.closest('[role="group"]');
    const title = group && document.getElementById(group.getAttribute('aria-labelledby'));
    return {
      label: title ? `${title.textContent}: ${label(button)}` : label(button),
      icon: iconOf(button),
      run: () => button.click(),
    };
  });
  return [...inCall, ...own];
}

class Palette {
  #router;
  #root;
  #field;
  #list;
  #newest = new Newest();
  #entries = [];
  #groups = [];
  #chosen = 0;
  #before = null;
  #people = [];
  #recent = [];
  #contacts = [];
  #moved = false;
  #awaited = false;
  #queued = null;

  constructor(router) {
    this.#router = router;
    this.#field = h('input', {
      type: 'text',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'true',
      'aria-controls': 'palette-list',
      'aria-label': text('palette.find'),
      placeholder: text('palette.find'),
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      enterkeyhint: 'go',
      maxlength: '120',
      data: { testid: 'palette-field' },
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event) },
    });
    this.#list = h('div', { class: 'palette-list', id: 'palette-list', role: 'listbox', 'aria-label': text('palette.title') });
    const shut = h('button', { type: 'button', class: 'btn-icon', 'aria-label': text('palette.close'), title: text('palette.close') }, icon('x-lg'));
    shut.addEventListener('click', () => this.close());
    const card = h(
      'div',
      { class: 'palette-card', role: 'dialog', 'aria-label': text('palette.title'), data: { testid: 'palette' } },
      h('div', { class: 'palette-head' }, icon('search'), this.#field, shut),
      this.#list,
    );
    this.#root = h('div', { class: 'palette', id: 'palette', hidden: true }, card);
    this.#root.addEventListener('mousedown', (event) => {
      if (event.target === this.#root) this.close();
      // What is clicked takes no focus from the field.
      else if (this.#list.contains(event.target)) event.preventDefault();
    });
    this.#list.addEventListener('click', (event) => this.#clicked(event));
    card.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !card.contains(relatedTarget) && this.close(false));
    document.body.append(this.#root);
  }

  toggle() {
    if (!this.#root.hidden) {
      this.close();
      return;
    }
    this.#before = document.activeElement;
    this.#root.hidden = false;
    this.#field.value = '';
    this.#moved = false;
    this.#awaited = false;
    this.#queued = null;
    this.#people = this.#recent;
    this.#contacts = [];
    this.#draw();
    this.#field.focus();
    this.#look('');
  }

  close(back = true) {
    if (this.#root.hidden) return;
    this.#root.hidden = true;
    this.#later.cancel();
    if (back && this.#before?.isConnected) this.#before.focus({ preventScroll: true });
  }

  #typed() {
    const typed = this.#field.value.trim();
    // Until the answer is there, only those whom the new words fit may be chosen.
    this.#people = typed ? this.#people.filter(({ name, user }) => fits(typed, `${name} ${user}`)) : this.#recent;
    this.#contacts = [];
    this.#moved = false;
    this.#queued = null;
    this.#awaited = true;
    this.#draw();
    this.#later();
  }

  #later = settle(() => this.#look(this.#field.value.trim()), WAIT);

  async #look(words) {
    const signal = this.#newest.next();
    try {
      if (words) {
        const asked = { q: words, limit: PEOPLE, signal };
        const [{ people }, { contacts }] = await Promise.all([getJson('/api/people', asked), getJson('/api/phonebook', asked)]);
        this.#people = people;
        this.#contacts = contacts;
      } else {
        const { conversations } = await getJson('/api/conversations', { limit: PEOPLE, signal });
        this.#people = this.#recent = conversations;
      }
      learn(this.#people);
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      this.#people = [];
      this.#contacts = [];
    }
    if (this.#root.hidden) return;
    this.#awaited = false;
    this.#draw();
    if (this.#queued) {
      this.#act(this.#entries[0], null, this.#queued);
      return;
    }
    const found = this.#entries.length;
    announce(found ? countText('palette.found', found) : text('palette.none'));
  }

  #draw() {
    const before = this.#entries[this.#chosen];
    const typed = this.#field.value;
    this.#groups = offer({ typed, people: this.#people, contacts: this.#contacts, places: places(), actions: actions() });
    this.#entries = this.#groups.flatMap(({ entries }) => entries);
    const same = before && this.#moved ? this.#entries.findIndex((entry) => keyOf(entry) === keyOf(before)) : 0;
    let index = 0;
    const blocks = this.#groups.map(({ group, entries }) =>
      h(
        'div',
        { role: 'group', 'aria-labelledby': `palette-${group}` },
        h('div', { class: 'palette-group', id: `palette-${group}`, text: text(`palette.group.${group}`) }),
        entries.map((entry) => this.#option(entry, index++)),
      ),
    );
    const nothing = h('p', { class: 'empty-hint muted p-3 mb-0', role: 'presentation', text: text('palette.none') });
    this.#list.replaceChildren(...(blocks.length ? blocks : [nothing]));
    this.#choose(Math.max(same, 0));
  }

  #option(entry, index) {
    const { kind, user, name, label: words, address } = entry;
    const title = name ?? words ?? text('palette.dial', address);
    const about = [entry.job, entry.department ?? entry.organisation].filter(Boolean).join(' · ');
    const sub = about || (kind === 'person' ? user : kind === 'contact' ? address : '');
    const acts = keysOf(entry);
    return h(
      'div',
      { class: 'palette-option', role: 'option', id: `palette-option-${index}`, 'aria-selected': 'false', data: { index, kind, ...(user && { user }) } },
      kind === 'person' ? avatar(user, name) : h('span', { class: 'palette-icon' }, icon(entry.icon ?? 'telephone')),
      h('span', { class: 'row-text' }, h('span', { class: 'row-name', text: title }), sub && h('span', { class: 'row-sub', text: sub })),
      // Keys are told to screen readers by the field's description; these are for pointers and eyes.
      h(
        'span',
        { class: 'palette-acts', 'aria-hidden': 'true' },
        acts.map((act) =>
          ICONS[act]
            ? h('span', { class: 'palette-act', title: `${text(`palette.act.${act}`)} (${this.#keys(act, entry)})`, data: { act } }, icon(ICONS[act]), h('kbd', { text: this.#keys(act, entry) }))
            : h('kbd', { text: KEYS[act] }),
        ),
      ),
    );
  }

  /** Where nothing can be written to, Enter alone calls. */
  #keys(act, entry) {
    const keys = act === 'call' && actOf(entry) === 'call' ? 'Enter' : KEYS[act];
    return keys.replace('Shift', '⇧').replace('Alt', 'Alt+').replace('Enter', '↵').replaceAll(' ', '');
  }

  #choose(index) {
    this.#list.querySelector('[aria-selected="true"]')?.setAttribute('aria-selected', 'false');
    this.#chosen = index;
    const option = document.getElementById(`palette-option-${index}`);
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#field.setAttribute('aria-activedescendant', option.id);
    else this.#field.removeAttribute('aria-activedescendant');
  }

  #key(event) {
    const { length } = this.#entries;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    else if (step && length) this.#move((this.#chosen + step + length) % length);
    else if (event.key === 'PageDown' && length) this.#move(Math.min(this.#chosen + PEOPLE, length - 1));
    else if (event.key === 'PageUp' && length) this.#move(Math.max(this.#chosen - PEOPLE, 0));
    else if (event.key === 'Enter') this.#enter(event);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move(index) {
    this.#moved = true;
    this.#choose(index);
  }

  /** Whoever types a name and Enter in one go means the first one found, not whoever stands there still. */
  #enter({ shiftKey, altKey }) {
    const keys = { shiftKey, altKey };
    const entry = this.#entries[this.#chosen];
    if (this.#awaited && !this.#moved && entry?.kind !== 'person') this.#queued = keys;
    else this.#act(entry, null, keys);
  }

  #clicked(event) {
    const option = event.target.closest('[role="option"]');
    if (!option) return;
    const act = event.target.closest('[data-act]')?.dataset.act ?? null;
    this.#act(this.#entries[Number(option.dataset.index)], act, event);
  }

  #act(entry, wanted, event) {
    if (!entry) return;
    const act = wanted ?? actOf(entry, event);
    const whom = entry.user ?? entry.address;
    this.close(act === 'call' || act === 'video');
    if (act === 'write') this.#router.go(talkPath(whom), { focus: '[data-testid="message-input"]' });
    else if (act === 'call' || act === 'video') phone.call(whom, { video: act === 'video' });
    else entry.run();
  }
}

let palette = null;

/** Opens the palette, or closes it where it is open. */
export function togglePalette(router) {
  palette ??= new Palette(router);
  palette.toggle();
}
