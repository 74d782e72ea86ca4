import { roleDriftCheck } from '../roleDriftCheck.ts';

/** The drift score of the prediction. */
export const predictionDrift = roleDriftCheck('prediction');
