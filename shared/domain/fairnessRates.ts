// No zod here: the window carries this list, but not the schemas.

/** The rates of a group, in the order in which they are shown. */
export const rateIds = ['selectionRate', 'truePositiveRate', 'falsePositiveRate', 'precision', 'falseOmissionRate', 'accuracy'] as const;

export type RateId = (typeof rateIds)[number];
