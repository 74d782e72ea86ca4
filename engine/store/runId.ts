import { createHash } from 'node:crypto';

/**
 * The id of a run: its time, so that ids sort by age, and a digest of what was found, so that two runs of one
 * moment differ and a fixed clock gives the same id again.
 */
export function runId(createdAt: Date, compared: unknown): string {
  const time = createdAt.toISOString().replaceAll(/[-:.]/g, '');
  const digest = createHash('sha256').update(JSON.stringify(compared)).digest('hex').slice(0, 8);
  return `${time}-${digest}`;
}

/** Whether a text can be the id of a run; anything else never reaches the file system. */
export function isRunId(text: string): boolean {
  return /^\d{8}T\d{9}Z-[0-9a-f]{8}$/.test(text);
}
