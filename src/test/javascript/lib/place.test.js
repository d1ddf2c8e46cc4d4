import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coarsen, distance, distanceText, nearestTown } from '../../../main/webapp/js/lib/place.js';
import { setTexts } from '../../../main/webapp/js/lib/texts.js';

const OFFICE = { latitude: 48.1391265, longitude: 11.5801863, accuracy: 12 };
const TOWNS = [
  ['Munich', 48.13743, 11.57549],
  ['Vienna', 48.20849, 16.37208],
];

test('distances are those of the earth', () => {
  assert.equal(Math.round(distance({ latitude: 52.52, longitude: 13.405 }, { latitude: 48.1374, longitude: 11.5755 }) / 1000), 504);
  assert.equal(Math.round(distance({ latitude: 0, longitude: 179.9 }, { latitude: 0, longitude: -179.9 }) / 1000), 22);
});

test('a place is made coarse as the portal does it', () => {
  // The same numbers stand in LocationIT.
  assert.deepEqual(coarsen(OFFICE, 'KILOMETRE'), { latitude: 48.135, longitude: 11.57515, accuracy: 1000 });
  assert.deepEqual(coarsen(OFFICE, 'EXACT'), { latitude: 48.13913, longitude: 11.58019, accuracy: 12 });
  assert.deepEqual(coarsen(OFFICE, 'TOWN', TOWNS), { latitude: 48.13743, longitude: 11.57549, accuracy: 5000 });
});

test('what is coarse already stays where it is', () => {
  for (let latitude = -89.9; latitude < 90; latitude += 7.31) {
    for (let longitude = -179.9; longitude < 180; longitude += 13.7) {
      for (const detail of ['EXACT', 'KILOMETRE', 'TOWN']) {
        const once = coarsen({ latitude, longitude, accuracy: 5 }, detail, TOWNS);
        assert.deepEqual(coarsen(once, detail, TOWNS), once);
      }
    }
  }
});

test('without a town for a long way a square of 25 km is all that is told', () => {
  const coarse = coarsen({ latitude: -40.123, longitude: -120.654 }, 'TOWN', TOWNS);
  assert.equal(coarse.accuracy, 20_000);
  assert.equal(nearestTown({ latitude: 50, longitude: 14 }, TOWNS), null);
});

test('a device that knows little does not claim more', () => {
  assert.equal(coarsen({ ...OFFICE, accuracy: 8300 }, 'KILOMETRE').accuracy, 9000);
});

test('distances are said as people say them', () => {
  setTexts({ 'map.metres': '{0} m', 'map.kilometres': '{0} km' });
  assert.deepEqual([3, 347, 4210, 12_600, 1_250_000].map((metres) => distanceText(metres, 'en')), ['10 m', '350 m', '4.2 km', '13 km', '1,250 km']);
});
