/** Small statistics, and the one line of JSON that each measurement ends in. */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

export const median = (values) => percentile(values, 50);

/** Nearest rank with interpolation between neighbours. */
export function percentile(values, p) {
  if (values.length === 0) throw new Error('no values were measured');
  const sorted = [...values].sort((a, b) => a - b);
  const at = ((sorted.length - 1) * p) / 100;
  const below = Math.floor(at);
  const above = Math.ceil(at);
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
}

export const round = (value, digits = 1) => Number(value.toFixed(digits));

/** Aims are `{ of: 'ratio' | 'figure', atMost | atLeast: number }`, or missing. */
export function met(aim, line) {
  if (!aim) return null;
  const value = line[aim.of];
  return aim.atMost === undefined ? value >= aim.atLeast : value <= aim.atMost;
}

export function aimText(aim) {
  if (!aim) return null;
  return aim.atMost === undefined
    ? `${aim.of} >= ${aim.atLeast}`
    : `${aim.of} <= ${aim.atMost}`;
}

/** The line of one measurement, from `{ figure, unit, baseline, aim, …more }`. */
export function line(bench, { figure, unit, baseline = null, aim, ...more }, command) {
  const result = {
    bench,
    figure: round(figure, 2),
    unit,
    baseline: baseline === null ? null : round(baseline, 2),
    ratio: baseline === null ? null : round(figure / baseline, 3),
  };
  return { ...result, aim: aimText(aim), met: met(aim, result), ...more, command };
}

/** Keeps the line for later, in results/<date>.jsonl. */
export function record(folder, result) {
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = path.join(folder, `${at.slice(0, 10)}.jsonl`);
  appendFileSync(file, `${JSON.stringify({ at, ...result })}\n`);
}
