import { roleDriftCheck } from '../roleDriftCheck.ts';

/** The drift score of the target. */
export const targetDrift = roleDriftCheck('target');
