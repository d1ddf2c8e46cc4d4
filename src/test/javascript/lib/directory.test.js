import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, countryName, isFiltered, questionOf, skillsFor, toldOf } from '../../../main/webapp/js/lib/directory.js';

test('an address holds what was asked for, and nothing empty', () => {
  const question = questionOf('?q=+anna+&country=DE&page=7');
  assert.deepEqual(question, { q: 'anna', country: 'DE', region: '', department: '' });
  assert.equal(addressOf('/x', question), '/x/directory?q=anna&country=DE');
  assert.equal(addressOf('', questionOf('')), '/directory');
  assert.equal(isFiltered(question), true);
  assert.equal(isFiltered(questionOf('?q=a')), false);
});

test('a row says what somebody does and where, as far as they tell', () => {
  const told = toldOf({ job: 'Cook', department: 'Kitchen', place: 'Bern', region: 'Bern', country: 'CH' }, 'de');
  assert.deepEqual(told, ['Cook · Kitchen', 'Bern, Schweiz']);
  assert.deepEqual(toldOf({}, 'en'), ['', '']);
  assert.equal(countryName('nonsense', 'en'), 'nonsense');
});

test('skills are shown where they are why somebody was found', () => {
  assert.deepEqual(skillsFor('Kotlin, Müllerei; Bees', 'mulle kot'), ['Kotlin', 'Müllerei']);
  assert.deepEqual(skillsFor('Kotlin', 'anna'), []);
  assert.deepEqual(skillsFor(null, 'anna'), []);
});
