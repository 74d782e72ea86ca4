import { basename } from 'node:path';
import type { Replay, ReplayedFile, ReplayRequest } from '#shared/domain/modelComparison.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { meanPrediction } from '../data/evidence/pairedRows.ts';
import { openDuckDb } from '../data/openDuckDb.ts';
import { resolveSource } from '../data/resolveSource.ts';
import { type JobContext } from '../jobs/pacer.ts';
import { comparedModel, scoreBoth, type BothModels, type BothScored } from './compareModels.ts';
import { classDisagreements, numberDisagreements } from './disagreement.ts';
import { classPair, numberPair, openSides } from './pairedSides.ts';
import { compareScored, openAsideFolder, partOf } from './scoreAside.ts';

async function measureFile(
  scored: BothScored,
  request: ReplayRequest,
  context: JobContext,
): Promise<Omit<ReplayedFile, 'name' | 'problem'>> {
  const { target, positiveLabel, ignore } = request;
  const common = { target, positiveLabel, ignore, sections: ['performance'] as const };
  const measured =
    target === null
      ? null
      : (await compareScored({ ...common, reference: scored.champion, current: scored.challenger }, context)).performance;
  const database = await openDuckDb({ files: [scored.champion.source.path, scored.challenger.source.path] });
  try {
    const { signal } = context;
    const sides = await openSides(database, scored.champion, scored.challenger, signal);
    const asked = { hasTarget: false, examples: 0 };
    const { task, rows } = scored.champion.result;
    const numbers = task === 'regression' ? numberPair(sides, null) : null;
    const classes = task === 'regression' ? null : classPair(sides, target, measured);
    const { share } =
      classes === null
        ? await numberDisagreements(database, numbers, asked, signal)
        : await classDisagreements(database, classes, asked, signal);
    const pair = numbers ?? classes!.files;
    const columns: [string, string] | null = numbers !== null ? ['a', 'b'] : classes!.withScores ? ['pa', 'pb'] : null;
    const means = columns === null ? [null, null] : await database.using(signal, (connection) => meanPrediction(connection, pair, columns));
    const metrics = (measured?.metrics ?? []).map(({ metric, reference, current, reasons }) => ({
      metric,
      champion: reference,
      challenger: current,
      reasons: {
        ...(reasons['reference'] !== undefined && { champion: reasons['reference'] }),
        ...(reasons['current'] !== undefined && { challenger: reasons['current'] }),
      },
    }));
    return { rows, metrics, meanPrediction: { champion: means[0] ?? null, challenger: means[1] ?? null }, shareDifferent: share };
  } finally {
    await database.close();
  }
}

const notScored = { rows: 0, metrics: [], meanPrediction: { champion: null, challenger: null }, shareDifferent: null };

/** Rows and milliseconds of both models over all files. */
class Rates {
  private readonly sums = { champion: { rows: 0, ms: 0 }, challenger: { rows: 0, ms: 0 } };

  add(scored: BothScored): void {
    for (const side of ['champion', 'challenger'] as const) {
      this.sums[side].rows += scored[side].result.rows;
      this.sums[side].ms += scored[side].result.scoringMs;
    }
  }

  of(side: 'champion' | 'challenger'): number | null {
    const { rows, ms } = this.sums[side];
    return ms > 0 ? (rows / ms) * 1000 : null;
  }
}

/**
 * Both models on each file of a folder, in the order of their names: what the history would have been. A file that cannot
 * be scored says why and does not stop the others; when none can, the first reason is thrown.
 */
export async function replayFolder(request: ReplayRequest, models: BothModels, context: JobContext): Promise<Replay> {
  const source = await resolveSource(request.data);
  const files: ReplayedFile[] = [];
  const rates = new Rates();
  let last: BothScored | null = null;
  let failure: AppError | null = null;
  for (const [i, { path }] of source.files.entries()) {
    const name = basename(path);
    const part = partOf(context, i / source.files.length, (i + 1) / source.files.length);
    const aside = await openAsideFolder();
    try {
      const scored = await scoreBoth(aside, models, { ...request, data: { path } }, partOf(part, 0, 0.7));
      const measured = await measureFile(scored, request, partOf(part, 0.7, 1));
      rates.add(scored);
      last = scored;
      files.push({ name, ...measured, problem: null });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'E_CANCELLED') throw error;
      failure ??= error;
      files.push({ name, ...notScored, problem: error.message });
    } finally {
      await aside.close();
    }
  }
  if (last === null) throw failure ?? new AppError('E_FOLDER_EMPTY', `${source.path} holds no file to score.`);
  return {
    champion: { ...comparedModel(models.champion, last.champion), rowsPerSecond: rates.of('champion') },
    challenger: { ...comparedModel(models.challenger, last.challenger), rowsPerSecond: rates.of('challenger') },
    task: last.champion.result.task,
    target: request.target,
    files,
  };
}
