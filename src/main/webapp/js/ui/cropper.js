// The window in which a picture is cropped: by mouse and wheel, one finger or two, slider or keys.
import { begin, move, place, zoom } from '../lib/crop.js';

const STEP = 12;
const KEYS = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };

export class Cropper {
  #canvas;
  #slider;
  #picture = null;
  #crop = null;
  #pointers = new Map();

  constructor(canvas, slider, signal) {
    this.#canvas = canvas;
    this.#slider = slider;
    const on = (target, type, job) => target.addEventListener(type, job, { signal });
    on(canvas, 'pointerdown', (event) => this.#grab(event));
    on(canvas, 'pointermove', (event) => this.#drag(event));
    on(canvas, 'pointerup', (event) => this.#drop(event));
    on(canvas, 'pointercancel', (event) => this.#drop(event));
    on(canvas, 'wheel', (event) => this.#wheel(event));
    on(canvas, 'keydown', (event) => this.#key(event));
    on(slider, 'input', () => this.#zoom(Number(slider.value)));
  }

  /** Begins with another picture: an ImageBitmap. */
  open(picture) {
    this.#picture = picture;
    this.#crop = begin(picture.width, picture.height, this.#canvas.width);
    this.#pointers.clear();
    this.#zoom(1);
  }

  /** What is in the window, as a JPEG. */
  take() {
    return new Promise((done) => this.#canvas.toBlob(done, 'image/jpeg', 0.92));
  }

  #zoom(factor) {
    this.#crop = zoom(this.#crop, factor);
    this.#slider.value = this.#crop.zoom;
    this.#draw();
  }

  #move(dx, dy) {
    this.#crop = move(this.#crop, dx, dy);
    this.#draw();
  }

  #grab(event) {
    this.#canvas.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, [event.clientX, event.clientY]);
    this.#canvas.classList.add('is-held');
  }

  #drag(event) {
    const from = this.#pointers.get(event.pointerId);
    if (!from) return;
    const apart = this.#apart();
    this.#pointers.set(event.pointerId, [event.clientX, event.clientY]);
    // Two fingers move it by half of each, and make it larger as they part.
    const ratio = this.#canvas.width / this.#canvas.clientWidth / this.#pointers.size;
    this.#move((event.clientX - from[0]) * ratio, (event.clientY - from[1]) * ratio);
    if (apart > 0) this.#zoom((this.#crop.zoom * this.#apart()) / apart);
  }

  #drop(event) {
    this.#pointers.delete(event.pointerId);
    this.#canvas.classList.toggle('is-held', this.#pointers.size > 0);
  }

  /** How far two fingers are from each other; 0 where there are not two. */
  #apart() {
    const [one, two] = [...this.#pointers.values()];
    return this.#pointers.size === 2 ? Math.hypot(one[0] - two[0], one[1] - two[1]) : 0;
  }

  #wheel(event) {
    event.preventDefault();
    this.#zoom(this.#crop.zoom * Math.exp(-event.deltaY / 500));
  }

  #key(event) {
    const step = KEYS[event.key];
    if (step) this.#move(...step);
    else if (event.key === '+' || event.key === '=') this.#zoom(this.#crop.zoom + 0.1);
    else if (event.key === '-') this.#zoom(this.#crop.zoom - 0.1);
    else return;
    event.preventDefault();
  }

  #draw() {
    const { scale, left, top } = place(this.#crop);
    const pen = this.#canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(this.#picture, left, top, this.#picture.width * scale, this.#picture.height * scale);
  }
}
