/**
 * What was planted in the sample data, by day of February 2026. docs/sample.md says the same in words,
 * and a test finds each of them in the report.
 */
export const events = {
  /** From this day on more people ride to the airport, so trips are longer. */
  airport: { fromDay: 8, usualShare: 0.08, share: 0.24 },
  /** From this day on one trip in seven is paid with something the reference does not know. */
  wallet: { fromDay: 10, share: 0.15, payment: 'wallet' },
  /** From this day on devices of vendor 2 lose passenger counts, and the model server answers NaN now and then. */
  failingDevices: { fromDay: 15, usualShare: 0.02, vendorTwoShare: 0.35, nanPredictionShare: 0.01 },
  /** From this day on trips start in a part of town that the reference does not know. */
  newZone: { fromDay: 15, share: 0.12, zone: 'New Quay' },
  /** From this day on the fare is dearer, which the model was not told. */
  fareRise: { fromDay: 16, factor: 1.12 },
  /** On this day distances came in metres in place of kilometres, and nobody filled in the vendor. */
  brokenDay: { day: 19, distanceFactor: 1000 },
  /** From this day on some drop-off zones are empty text. */
  emptyZones: { fromDay: 22, share: 0.02 },
} as const;
