// The window in which a picture is cropped: by pointer, wheel, slider or keys.
import { begin, move, place, zoom } from '../lib/crop.js';

const STEP = 12;
const KEYS = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };

export class Cropper {
  #canvas;
  #slider;
  #picture = null;
  #crop = null;
  #from = null;

  constructor(canvas, slider, signal) {
    this.#canvas = canvas;
    this.#slider = slider;
    const on = (target, type, job) => target.addEventListener(type, job, { signal });
    on(canvas, 'pointerdown', (event) => this.#grab(event));
    on(canvas, 'pointermove', (event) => this.#drag(event));
    on(canvas, 'pointerup', () => (this.#from = null));
    on(canvas, 'pointercancel', () => (this.#from = null));
    on(canvas, 'keydown', (event) => this.#key(event));
    on(slider, 'input', () => this.#zoom(Number(slider.value)));
  }

  /** Begins with another picture: an ImageBitmap. */
  open(picture) {
    this.#picture = picture;
    this.#crop = begin(picture.width, picture.height, this.#canvas.width);
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
    this.#from = [event.clientX, event.clientY];
  }

  #drag(event) {
    if (!this.#from) return;
    const ratio = this.#canvas.width / this.#canvas.clientWidth;
    this.#move((event.clientX - this.#from[0]) * ratio, (event.clientY - this.#from[1]) * ratio);
    this.#from = [event.clientX, event.clientY];
  }

  #key(event) {
    const step = KEYS[event.key];
    if (step) this.#move(...step);
    else if (event.key === '+') this.#zoom(this.#crop.zoom + 0.1);
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
