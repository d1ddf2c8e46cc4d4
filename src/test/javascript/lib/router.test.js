import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFragmentOnly, isPlainClick, personOf, sectionOf, staysInside, verdict } from '../../../main/webapp/js/lib/router.js';

const here = 'https://parley.example/app/messages/bob';

test('links to pages of the portal stay in the shell', () => {
  assert.equal(staysInside('/app/history?kind=missed', here, '/app'), true);
  assert.equal(staysInside('/app/', here, '/app'), true);
  assert.equal(staysInside('carol', here, '/app'), true);
});

test('other hosts, other applications, signing out and files leave it', () => {
  for (const href of ['https://elsewhere.example/', '/other', '/app/logout', '/app/login?out', '/app/static/x.js', 'mailto:a@b.c', 'http://[bad']) {
    assert.equal(staysInside(href, here, '/app'), false, href);
  }
});

test('a click with a modifier is the browser’s', () => {
  const click = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  assert.equal(isPlainClick(click), true);
  assert.equal(isPlainClick({ ...click, ctrlKey: true }), false);
  assert.equal(isPlainClick({ ...click, button: 1 }), false);
});

test('an answer tells what to do with it', () => {
  const page = { status: 200, url: here, type: 'text/html;charset=UTF-8' };
  assert.equal(verdict(page, '/app'), 'swap');
  assert.equal(verdict({ ...page, status: 404 }, '/app'), 'swap');
  assert.equal(verdict({ ...page, status: 422 }, '/app'), 'swap');
  assert.equal(verdict({ ...page, status: 503 }, '/app'), 'fail');
  assert.equal(verdict({ ...page, status: 401 }, '/app'), 'reload');
  assert.equal(verdict({ ...page, url: 'https://parley.example/app/login' }, '/app'), 'reload');
  assert.equal(verdict({ ...page, type: 'application/pdf' }, '/app'), 'leave');
});

test('a path knows its section and its person', () => {
  assert.equal(sectionOf('/app/', '/app'), 'home');
  assert.equal(sectionOf('/messages/bob'), 'messages');
  assert.equal(personOf('/app/messages/j%C3%B6rg', '/app'), 'jörg');
  assert.equal(personOf('/messages'), null);
  assert.equal(personOf('/messages/%'), null);
});

test('a link to a place on the page is left to the browser', () => {
  assert.equal(isFragmentOnly('#main', here), true);
  assert.equal(isFragmentOnly('/app/history#main', here), false);
});
