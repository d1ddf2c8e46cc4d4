/** Tells how loud a stream is, 0 to 1, several times a second until the signal aborts. */
export function measureLevel(context, stream, onLevel, signal) {
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, 80);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      source.disconnect();
    },
    { once: true },
  );
}

/** Loudness as the ear takes it: -60 dB is silence, 0 dB is full. */
export function levelOf(samples) {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length + 1e-12);
  return Math.min(Math.max((decibels + 60) / 60, 0), 1);
}
