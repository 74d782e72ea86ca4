import { seededRandom, type Random } from '#shared/lib/random.ts';
import { chance, lognormal, normal, pick, rounded } from './distributions.ts';
import { events } from './events.ts';
import type { Trip } from './tripColumns.ts';

const zones = [
  ['Old Town', 18],
  ['Harbour', 13],
  ['Station', 15],
  ['University', 11],
  ['Market', 10],
  ['Riverside', 9],
  ['Mill Quarter', 8],
  ['Northfield', 6],
  ['Hill Park', 6],
  ['Stadium', 4],
] as const;

const payments = [
  ['card', 64],
  ['cash', 31],
  ['voucher', 2],
  ['no charge', 2],
  ['dispute', 1],
] as const;

const hours = [3, 2, 1, 1, 1, 2, 4, 8, 10, 8, 6, 6, 7, 7, 7, 8, 9, 11, 11, 9, 7, 6, 5, 4].map((weight, hour) => [hour, weight] as const);

/** A day of the sample: `drifting` is false for the reference month. */
interface Day {
  readonly date: Date;
  readonly drifting: boolean;
}

/** Whether something planted has begun on this day. */
function begun(day: Day, fromDay: number): boolean {
  return day.drifting && day.date.getUTCDate() >= fromDay;
}

function isBroken(day: Day): boolean {
  return day.drifting && day.date.getUTCDate() === events.brokenDay.day;
}

interface Ride {
  readonly hour: number;
  readonly pickupZone: string;
  readonly dropoffZone: string;
  readonly distance: number;
  readonly minutes: number;
  readonly fare: number;
}

function makeRide(day: Day, random: Random): Ride {
  const { airport, newZone, fareRise } = events;
  const toAirport = chance(random, begun(day, airport.fromDay) ? airport.share : airport.usualShare);
  const fromNewZone = chance(random, newZone.share) && begun(day, newZone.fromDay);
  const usualZone = pick(random, zones);
  const hour = pick(random, hours);
  const distance = rounded(Math.max(0.2, lognormal(random, toAirport ? 16 : 3.1, toAirport ? 0.22 : 0.55)), 2);
  const kilometresPerHour = (hour >= 7 && hour <= 18 ? 19 : 27) + (toAirport ? 14 : 0);
  const minutes = rounded(Math.max(1, (60 * distance) / kilometresPerHour + 2 + 1.5 * normal(random)), 1);
  const factor = begun(day, fareRise.fromDay) ? fareRise.factor : 1;
  const fare = rounded(Math.max(3, factor * (2.8 + 1.45 * distance + 0.28 * minutes) + 0.6 * normal(random)), 2);
  return {
    hour,
    pickupZone: fromNewZone ? newZone.zone : usualZone,
    dropoffZone: toAirport ? 'Airport' : pick(random, zones),
    distance,
    minutes,
    fare,
  };
}

function payment(day: Day, random: Random): string {
  const usual = pick(random, payments);
  return chance(random, events.wallet.share) && begun(day, events.wallet.fromDay) ? events.wallet.payment : usual;
}

function passengers(day: Day, vendor: number, random: Random): number | null {
  const { fromDay, usualShare, vendorTwoShare } = events.failingDevices;
  const count = pick(random, [
    [1, 74],
    [2, 14],
    [3, 5],
    [4, 3],
    [5, 3],
    [6, 1],
  ] as const);
  return chance(random, begun(day, fromDay) && vendor === 2 ? vendorTwoShare : usualShare) ? null : count;
}

/** The model was fitted to the reference month and sees the distance as it was recorded. */
function predictedFare(day: Day, recordedDistance: number, minutes: number, random: Random): number {
  const { fromDay, nanPredictionShare } = events.failingDevices;
  if (chance(random, nanPredictionShare) && begun(day, fromDay)) return Number.NaN;
  return rounded(2.9 + 1.44 * recordedDistance + 0.28 * minutes, 2);
}

const asTimestamp = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

function makeTrip(day: Day, id: number, random: Random): Trip {
  const ride = makeRide(day, random);
  const pickup = day.date.getTime() + ride.hour * 3_600_000 + Math.floor(random() * 3600) * 1000;
  const vendor = chance(random, 0.7) ? 1 : 2;
  const recordedDistance = isBroken(day) ? rounded(ride.distance * events.brokenDay.distanceFactor, 0) : ride.distance;
  const paidWith = payment(day, random);
  const tipShare = chance(random, 0.7) ? Math.max(0, 0.16 + 0.05 * normal(random)) : 0;
  const tip = paidWith === 'card' || paidWith === events.wallet.payment ? rounded(ride.fare * tipShare, 2) : 0;
  const surcharge = chance(random, 0.88) ? null : pick(random, [[0.75, 3], [2.75, 1]] as const); // prettier-ignore
  const emptyZone = chance(random, events.emptyZones.share) && begun(day, events.emptyZones.fromDay);
  return {
    trip_id: `T${String(id).padStart(7, '0')}`,
    pickup_at: asTimestamp(pickup),
    dropoff_at: asTimestamp(pickup + Math.round(ride.minutes * 60) * 1000),
    vendor_id: isBroken(day) ? null : vendor,
    rate_code: pick(random, [[1, 88], [3, 4], [5, 8]] as const), // prettier-ignore
    pickup_zone: ride.pickupZone,
    dropoff_zone: emptyZone ? '' : ride.dropoffZone,
    passenger_count: passengers(day, vendor, random),
    trip_distance: recordedDistance,
    duration_min: ride.minutes,
    fare_amount: ride.fare,
    surcharge,
    tip_amount: tip,
    total_amount: rounded(ride.fare + tip + (surcharge ?? 0) + 1, 2),
    payment_type: paidWith,
    store_and_forward: chance(random, 0.02),
    prediction: predictedFare(day, recordedDistance, ride.minutes, random),
  };
}

interface Month {
  readonly firstDay: Date;
  readonly days: number;
  readonly trips: number;
  readonly drifting: boolean;
  readonly firstId: number;
  readonly seed: number;
}

export const referenceMonth: Month = {
  firstDay: new Date(Date.UTC(2026, 0, 1)),
  days: 31,
  trips: 20_000,
  drifting: false,
  firstId: 1,
  seed: 20260101,
};
export const currentMonth: Month = {
  firstDay: new Date(Date.UTC(2026, 1, 1)),
  days: 28,
  trips: 20_000,
  drifting: true,
  firstId: 20_001,
  seed: 20260201,
};

/** All trips of a month in order of their ids, which follow the days. The same seed gives the same trips. */
export function makeTrips(month: Month): Trip[] {
  const random = seededRandom(month.seed);
  return Array.from({ length: month.trips }, (_, index) => {
    const day = Math.floor((index * month.days) / month.trips);
    const date = new Date(month.firstDay.getTime() + day * 86_400_000);
    return makeTrip({ date, drifting: month.drifting }, month.firstId + index, random);
  });
}
