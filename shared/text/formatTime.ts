const pad = (value: number): string => String(value).padStart(2, '0');

/** `2022-02-14 10:05 UTC`, or the same moment at an offset (minutes east of UTC) without the zone's name. */
export function formatTime(iso: string, offsetMinutes: number | null = null): string {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return iso;
  const date = new Date(moment + (offsetMinutes ?? 0) * 60_000);
  const day = `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  const time = `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
  return offsetMinutes === null ? `${day} ${time} UTC` : `${day} ${time}`;
}

/** `2022-02-14 10:05:30 UTC`: to the second, for what follows shortly on something else. */
export function formatInstant(iso: string): string {
  const moment = Date.parse(iso);
  return Number.isNaN(moment) ? iso : `${new Date(moment).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A moment of a datetime axis, as short as the step between ticks (in milliseconds) allows. */
export function formatMoment(ms: number, stepMs: number): string {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  const day = 86_400_000;
  if (stepMs >= 300 * day) return iso.slice(0, -20);
  if (stepMs >= 28 * day) return iso.slice(0, -17);
  if (stepMs >= day) return iso.slice(0, -14);
  if (stepMs >= 60_000) return `${iso.slice(0, -14)} ${iso.slice(-13, -8)}`;
  return `${iso.slice(0, -14)} ${iso.slice(-13, -5)}`;
}
