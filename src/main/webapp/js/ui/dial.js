// The field of the header: find a person by name, or dial an address. Enter calls.
import { $ } from '../../vendor/jquery/jquery.module.js';
import { phone } from '../phone/index.js';
import { resolve } from '../lib/address.js';
import { getJson } from '../lib/http.js';
import { learn } from '../lib/names.js';
import { Newest, settle } from '../lib/once.js';
import { dialledBy } from '../lib/telephone.js';
import { countText, text } from '../lib/texts.js';
import { h } from './dom.js';
import { announce } from './notice.js';
import { avatar } from './person.js';
import { talkPath } from './session.js';

const WAIT = 90;
const SHOWN = 8;
const HANDED = 'dial';
const LONGEST = 255;

export function connectDial(router) {
  const $form = $('#dial');
  const $field = $form.find('#dial-address');
  const $list = $form.find('#dial-people');
  const $buttons = $form.find('[data-testid="dial-audio"], [data-testid="dial-video"], [data-testid="dial-write"]');
  const $clear = $form.find('.dial-clear');
  const newest = new Newest();
  let people = [];
  let chosen = -1;

  const typed = () => $field.val();
  const target = () => resolve(typed(), people);

  const isKnown = () => people.some((person) => person.user === target());

  function paintButtons() {
    $buttons.prop('disabled', target() === null);
    $clear.prop('hidden', typed() === '');
    $form.toggleClass('has-text', typed() !== '');
  }

  function close() {
    $list.prop('hidden', true);
    $field.attr({ 'aria-expanded': 'false', 'aria-activedescendant': null });
    chosen = -1;
  }

  function choose(index) {
    const options = $list.children('[role="option"]');
    options.attr('aria-selected', 'false');
    chosen = index;
    const selected = options.get(index);
    $field.attr('aria-activedescendant', selected?.id ?? null);
    selected?.setAttribute('aria-selected', 'true');
    selected?.scrollIntoView({ block: 'nearest' });
  }

  function take(person) {
    $field.val(person.user).trigger('focus');
    close();
    paintButtons();
  }

  function option(person, index) {
    return h(
      'li',
      { class: 'row-item', role: 'option', id: `dial-person-${index}`, 'aria-selected': 'false', data: { index } },
      avatar(person.user, person.name),
      h(
        'span',
        { class: 'row-text' },
        h('span', { class: 'row-name', text: person.name }),
        h('span', { class: 'row-sub' }, h('span', { text: (person.address ?? person.user).replace(/^sip:/, '') })),
      ),
    );
  }

  function paintList() {
    const nobody = () => {
      const words = text(target() === null ? 'dial.nobody' : 'dial.none');
      return h('li', { class: 'empty-hint muted p-3 mb-0', role: 'presentation', text: words });
    };
    $list.empty().append(people.length ? people.map(option) : nobody());
    $list.prop('hidden', false);
    $field.attr('aria-expanded', String(people.length > 0));
    chosen = -1;
    announce(people.length ? countText('dial.people', people.length) : text('dial.nobody'));
  }

  const look = settle(async () => {
    try {
      const answer = await getJson('/api/people', { q: typed().trim(), limit: SHOWN, signal: newest.next() });
      people = answer.people;
      learn(people);
      paintButtons();
      if ($field.is(':focus')) paintList();
    } catch {
      close();
    }
  }, WAIT);

  function dial(video) {
    const address = target();
    if (address === null) return;
    close();
    phone.call(address, { video });
    $field.val('').trigger('blur');
    paintButtons();
  }

  $field.on('input', () => {
    paintButtons();
    look();
  });
  $field.on('focus', look);
  $field.on('keydown', (event) => {
    const open = !$list.prop('hidden') && people.length > 0;
    if (event.key === 'Escape') {
      if (!$list.prop('hidden')) close();
      else if (typed()) $field.val('').trigger('input');
      else $field.trigger('blur');
      event.preventDefault();
    } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose((chosen + step + people.length) % people.length);
      event.preventDefault();
    } else if (open && event.key === 'Enter' && (chosen >= 0 || !isKnown())) {
      // A beginning of a name is no address yet: the first Enter completes it, the next one calls.
      take(people[Math.max(chosen, 0)]);
      event.preventDefault();
    }
  });
  $list.on('mousedown', (event) => event.preventDefault());
  $list.on('click', '[role="option"]', (event) => take(people[Number(event.currentTarget.dataset.index)]));
  $field.on('blur', () => {
    look.cancel();
    close();
  });
  $clear.on('click', () => $field.val('').trigger('input').trigger('focus'));
  $form.on('submit', (event) => {
    event.preventDefault();
    dial(false);
  });
  $form.on('click', '[data-testid="dial-video"]', () => dial(true));
  $form.on('click', '[data-testid="dial-write"]', () => {
    const address = target();
    if (address === null) return;
    $field.val('').trigger('blur');
    paintButtons();
    router.go(talkPath(address), { focus: '[data-testid="message-input"]' });
  });

  // Another program or page has handed over a number: it stands in the field, and a click calls it.
  const handed = new URLSearchParams(location.search).get(HANDED);
  if (handed !== null) {
    const address = dialledBy(handed.slice(0, LONGEST));
    history.replaceState(history.state, '', location.pathname);
    if (address) $field.val(address).trigger('input').trigger('focus');
  }
  paintButtons();
}
