/** A moment, or a day from its beginning to that of the next; ISO 8601 in UTC. */
export interface TimeSpan {
  readonly from: string;
  readonly until: string;
}

const written = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', era: 'short', ...numbers });
}

/** What a clock in the zone shows at a moment, as if it were UTC. */
function wallTime(format: Intl.DateTimeFormat, moment: number): number {
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** The first moment at which a clock in the zone shows this time or, where it is skipped, a later one. */
function momentOf(format: Intl.DateTimeFormat, wall: number): number {
  const day = 86_400_000;
  const seconds = Math.floor(wall / 1000) * 1000;
  const offsets = [-day, 0, day].map((step) => wallTime(format, seconds + step) - (seconds + step));
  const candidates = [...new Set(offsets)].map((offset) => seconds - offset).toSorted((a, b) => a - b);
  const exact = candidates.find((moment) => wallTime(format, moment) === seconds);
  if (exact !== undefined) return exact + (wall - seconds);
  // The clock was put forward over this time: the moment of the change itself.
  let [before, after] = [candidates[0]!, candidates.at(-1)!];
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (wallTime(format, middle) >= seconds) after = middle;
    else before = middle;
  }
  return after;
}

/** Whether the system knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads `2026-02-03` as that day, and `2026-02-03T10:00` or `2026-02-03 10:00:30` as that moment, in a time zone (IANA
 * name); `Z` or `+01:00` at the end of a moment says otherwise. A day has 23 or 25 hours where clocks are changed. Null
 * where the text is neither.
 */
export function zonedTime(text: string, timeZone: string): TimeSpan | null {
  const match = written.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = match;
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(date).toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null;
  const format = formatterOf(timeZone);
  if (hour === undefined) {
    if (offset !== undefined) return null;
    const next = Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
    return { from: new Date(momentOf(format, date)).toISOString(), until: new Date(momentOf(format, next)).toISOString() };
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const wall = date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.padEnd(3, '0'));
  const moment = offset === undefined ? momentOf(format, wall) : wall - offsetOf(offset);
  const iso = new Date(moment).toISOString();
  return { from: iso, until: iso };
}

/** Milliseconds of `+01:00` east of Greenwich. */
function offsetOf(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
