import { formatNumber } from '../text/formatNumber.ts';
import { formatMoment } from '../text/formatTime.ts';

/** A marked place of an axis. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const timeSteps = [
  second, 5 * second, 15 * second, minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour,
  day, 2 * day, 7 * day, 14 * day,
]; // prettier-ignore

/** The smallest of 1, 2, 5 times a power of ten that cuts the span into at most `count` parts. */
export function niceStep(span: number, count: number): number {
  const raw = span / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function multiples(start: number, end: number, step: number): number[] {
  const first = Math.ceil(start / step - 1e-9);
  const last = Math.floor(end / step + 1e-9);
  const places: number[] = [];
  for (let i = first; i <= last && places.length < 50; i += 1) places.push(i * step === 0 ? 0 : i * step);
  return places;
}

function numberLabel(value: number, step: number): string {
  const digits = value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(step)) + 1;
  return formatNumber(Number(value.toPrecision(Math.min(Math.max(digits, 1), 17))), Math.max(digits, 1));
}

/** Round places between two numbers. Never none for a span that is not empty. */
export function numberTicks(start: number, end: number, count: number): Tick[] {
  if (end - start === Infinity) return [start, 0, end].map((at) => ({ at, label: formatNumber(at) }));
  const step = niceStep(end - start, count);
  if (!Number.isFinite(step) || step <= 0) return [{ at: start, label: formatNumber(start) }];
  return multiples(start, end, step).map((at) => ({ at, label: numberLabel(at, step) }));
}

function monthTicks(start: number, end: number, months: number): Tick[] {
  const from = new Date(start);
  const first = Math.floor((from.getUTCFullYear() * 12 + from.getUTCMonth()) / months);
  const step = months >= 12 ? 365 * day : 30 * day;
  const places = Array.from({ length: 16 }, (_, i) => monthStart((first + i) * months));
  return places.filter((at) => at >= start && at <= end).map((at) => ({ at, label: formatMoment(at, step) }));
}

/** Milliseconds of the first of a month counted from the year 0; NaN outside what a date can hold. */
function monthStart(month: number): number {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
}

/** Round moments (UTC) between two moments in milliseconds. */
export function timeTicks(start: number, end: number, count: number): Tick[] {
  const raw = (end - start) / count;
  if (!(raw > 0)) return [{ at: start, label: formatMoment(start, minute) }];
  const step = timeSteps.find((candidate) => candidate >= raw);
  if (step !== undefined) return multiples(start, end, step).map((at) => ({ at, label: formatMoment(at, step) }));
  const months = [1, 2, 3, 6, 12].find((candidate) => candidate * 30 * day >= raw);
  const ticks = monthTicks(start, end, months ?? niceStep((end - start) / (365 * day), count) * 12);
  // Times beyond what a date can hold keep their milliseconds.
  return ticks.length > 0 ? ticks : [start, end].map((at) => ({ at, label: formatNumber(at) }));
}
