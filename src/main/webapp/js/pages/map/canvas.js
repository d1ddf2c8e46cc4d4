// The map itself: Leaflet over the portal's own outlines, or over an operator's tiles; names of towns where there
// is room; people as pictures, several as a number.
import '../../../vendor/leaflet/leaflet.js';
import { clusterSize, gather, thatFit } from '../../lib/clusters.js';
import { outlines } from '../../lib/outlines.js';
import { text } from '../../lib/texts.js';
import { h } from '../../ui/dom.js';
import { avatar } from '../../ui/person.js';
import { townList } from '../../ui/sharing.js';

const { L } = window;
const ROOM = 46;
const MOST_LABELS = 45;
const WORLD = [
  [-72, -180],
  [84, 180],
];
const GERMAN = document.documentElement.lang === 'de';

/** Leaflet's own styles come with the first map. */
function styles() {
  const href = `${document.documentElement.dataset.assets}/vendor/leaflet/leaflet.css`;
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = h('link', { rel: 'stylesheet', href, on: { load: resolve, error: resolve } });
    document.head.prepend(link);
  });
}

function pin(element, size, kind) {
  return L.divIcon({ html: element, className: `map-${kind}`, iconSize: [size, size], iconAnchor: [size / 2, size / 2] });
}

export class Canvas {
  #map;
  #people = L.layerGroup();
  #labels = L.layerGroup();
  #around = L.layerGroup();
  #towns = [];
  #onPerson;
  #onCluster;

  static async make(element, options) {
    await styles();
    return new Canvas(element, options);
  }

  constructor(element, { tiles, attribution, view, onMove, onPerson, onCluster, onClick }) {
    this.#onPerson = onPerson;
    this.#onCluster = onCluster;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map = L.map(element, {
      zoomControl: false,
      attributionControl: false,
      minZoom: 1.5,
      maxZoom: tiles ? 19 : 13,
      zoomSnap: 0.5,
      maxBounds: [
        [-85, -200],
        [85.05, 200],
      ],
      maxBoundsViscosity: 1,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      inertia: !calm,
    });
    L.control
      .zoom({ position: 'bottomright', zoomInTitle: text('map.in'), zoomOutTitle: text('map.out') })
      .addTo(this.#map);
    L.control.scale({ position: 'bottomleft', imperial: false, maxWidth: 120 }).addTo(this.#map);
    const said = tiles ? attribution : text('map.source');
    L.control.attribution({ position: 'bottomright', prefix: false }).addAttribution(said).addTo(this.#map);
    this.#map.createPane('labels').classList.add('map-labels');
    this.#map.createPane('people').classList.add('map-people');
    if (view) this.#map.setView(view.center, view.zoom);
    else this.#map.fitBounds(WORLD);
    if (tiles) L.tileLayer(tiles, { className: 'map-tiles', maxZoom: 19 }).addTo(this.#map);
    else this.#drawWorld();
    for (const layer of [this.#around, this.#labels, this.#people]) layer.addTo(this.#map);
    this.#map.on('moveend', () => {
      this.#drawLabels();
      onMove();
    });
    this.#map.on('click', ({ latlng }) => onClick(latlng.wrap()));
  }

  async #drawWorld() {
    const renderer = L.svg({ padding: 0.4 });
    try {
      const answer = await fetch(`${document.documentElement.dataset.assets}/map/world.json`);
      const world = outlines(await answer.json());
      const style = { renderer, className: 'map-land', interactive: false, smoothFactor: 0.8 };
      for (const { polygons } of world) L.polygon(polygons, style).addTo(this.#map);
      this.#towns = await townList();
      this.#drawLabels();
    } catch {
      // People can be found without outlines; the list shows them too.
    }
  }

  /** The largest towns that fit, as on any paper map. */
  #drawLabels() {
    this.#labels.clearLayers();
    if (!this.#towns.length) return;
    const bounds = this.#map.getBounds();
    const shown = [];
    for (const [name, latitude, longitude, german] of this.#towns) {
      if (!bounds.contains([latitude, longitude])) continue;
      const words = (GERMAN && german) || name;
      const { x, y } = this.#map.latLngToContainerPoint([latitude, longitude]);
      shown.push({ x, y, width: words.length * 7 + 8, words, latitude, longitude });
      if (shown.length >= 400) break;
    }
    for (const { words, latitude, longitude } of thatFit(shown, MOST_LABELS, 26)) {
      const element = h('span', { text: words });
      const options = { icon: pin(element, 6, 'town'), pane: 'labels', interactive: false, keyboard: false };
      L.marker([latitude, longitude], options).addTo(this.#labels);
    }
  }

  /** Draws who is there: `people` stand alone, `clusters` are {latitude, longitude, count}; `mine` is oneself. */
  draw({ people, clusters, mine }) {
    const focused = document.activeElement?.dataset?.key;
    this.#people.clearLayers();
    const items = [
      ...clusters.map((cluster) => this.#item(cluster, cluster.count)),
      ...people.map((person) => this.#item(person, 1)),
    ];
    for (const group of gather(items, ROOM)) {
      if (group.items.length === 1 && group.count === 1) this.#drawPerson(group.items[0].thing);
      else this.#drawCluster(group);
    }
    if (mine) this.#drawMine(mine);
    if (focused) this.#map.getContainer().querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  #item(thing, count) {
    const { x, y } = this.#map.latLngToContainerPoint([thing.latitude, thing.longitude]);
    return { x, y, count, thing };
  }

  #marker(place, icon, key, label, act) {
    const marker = L.marker(place, { icon, pane: 'people', riseOnHover: true }).addTo(this.#people);
    const element = marker.getElement();
    element.dataset.key = key;
    element.setAttribute('aria-label', label);
    element.title = label;
    marker.on('click', act);
    marker.on('keypress', ({ originalEvent }) => originalEvent.key === 'Enter' && act());
    return element;
  }

  #drawPerson(person) {
    const element = avatar(person.user, person.name);
    const marker = this.#marker(
      [person.latitude, person.longitude],
      pin(element, 40, 'pin'),
      `person ${person.user}`,
      person.name,
      () => this.#onPerson(person),
    );
    marker.dataset.testid = 'map-person';
    marker.dataset.user = person.user;
  }

  #drawCluster(group) {
    const size = clusterSize(group.count);
    const { lat, lng } = this.#map.containerPointToLatLng([group.x, group.y]);
    const words = group.count.toLocaleString(document.documentElement.lang);
    const element = h('span', { text: words });
    const act = () => this.#onCluster({ latitude: lat, longitude: lng, count: group.count, x: group.x, y: group.y });
    const key = `cluster ${Math.round(group.x)} ${Math.round(group.y)}`;
    this.#marker([lat, lng], pin(element, size, 'cluster'), key, text('map.cluster', group.count), act).dataset.testid =
      'map-cluster';
  }

  #drawMine({ latitude, longitude, accuracy }) {
    L.circle([latitude, longitude], { radius: accuracy, className: 'map-mine-around', interactive: false }).addTo(this.#people);
    const icon = pin(h('span'), 18, 'mine');
    const options = { icon, pane: 'people', interactive: false, keyboard: false };
    L.marker([latitude, longitude], options).addTo(this.#people).getElement().setAttribute('title', text('map.me'));
  }

  /** Shows how exactly somebody's place is known, and what one can do. */
  open(person, card) {
    const place = [person.latitude, person.longitude];
    this.close();
    L.circle(place, { radius: person.accuracy, className: 'map-around', interactive: false }).addTo(this.#around);
    this.popup(place, card);
  }

  popup(place, card) {
    const options = { className: 'map-card', minWidth: 260, maxWidth: 300, autoPanPadding: [24, 24], closeButton: false };
    const popup = L.popup(options).setLatLng(place).setContent(card);
    popup.on('remove', () => this.#around.clearLayers());
    popup.openOn(this.#map);
  }

  close() {
    this.#map.closePopup();
    this.#around.clearLayers();
  }

  /** Goes closer; false where it is as close as it gets. */
  closer({ latitude, longitude }) {
    const zoom = this.#map.getZoom();
    if (zoom >= this.#map.getMaxZoom()) return false;
    this.#map.setView([latitude, longitude], Math.min(this.#map.getMaxZoom(), zoom + 2));
    return true;
  }

  goTo({ latitude, longitude }, zoom = 10) {
    this.#map.setView([latitude, longitude], Math.max(this.#map.getZoom(), zoom));
  }

  /** As far away as it takes to show all of these places. */
  fit(places) {
    if (!places.length) return;
    const bounds = L.latLngBounds(places.map(({ latitude, longitude }) => [latitude, longitude]));
    this.#map.fitBounds(bounds, { padding: [60, 60], maxZoom: 9, animate: false });
  }

  get bounds() {
    const limited = (value, most) => Math.max(-most, Math.min(most, value));
    const bounds = this.#map.getBounds();
    return {
      west: limited(bounds.getWest(), 180),
      south: limited(bounds.getSouth(), 85),
      east: limited(bounds.getEast(), 180),
      north: limited(bounds.getNorth(), 85),
      zoom: Math.round(this.#map.getZoom()),
    };
  }

  /** The part of the map within so many pixels of a point. */
  boundsAround({ x, y }, pixels) {
    const north = this.#map.containerPointToLatLng([x - pixels, y - pixels]);
    const south = this.#map.containerPointToLatLng([x + pixels, y + pixels]);
    return { west: north.lng, south: south.lat, east: south.lng, north: north.lat };
  }

  get view() {
    const { lat, lng } = this.#map.getCenter();
    return { center: [lat, lng], zoom: this.#map.getZoom() };
  }

  get middle() {
    const { lat, lng } = this.#map.getCenter().wrap();
    return { latitude: lat, longitude: lng };
  }

  resize() {
    this.#map.invalidateSize({ animate: false });
  }

  focus() {
    this.#map.getContainer().focus();
  }

  remove() {
    this.#map.remove();
  }
}
