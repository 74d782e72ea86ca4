import type { ComparedModel, ModelComparison, ModelComparisonRequest } from '#shared/domain/modelComparison.ts';
import type { PerformanceSection } from '#shared/domain/performance.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { countPairedCells, pairedRows, streamPairedNumbers } from '../data/evidence/pairedRows.ts';
import { openDuckDb, type Database } from '../data/openDuckDb.ts';
import type { ComparedDatasets } from '../drift/compareDatasets.ts';
import { Pacer, type JobContext } from '../jobs/pacer.ts';
import { classDisagreements, numberDisagreements } from './disagreement.ts';
import { pairedClasses, pairedScoreCells } from './pairedClasses.ts';
import { blocksFor, PairedErrors } from './pairedErrors.ts';
import { withDifferences, type PairedStatistics } from './pairedIntervals.ts';
import { classPair, numberPair, openSides, type PairedSides } from './pairedSides.ts';
import { compareScored, openAsideFolder, partOf, type AsideFolder, type ModelToScore, type ScoredAside } from './scoreAside.ts';

/** A model of a comparison, and what it was called by. */
export interface ModelToCompare extends ModelToScore {
  readonly reference: string;
}

/** Both models of a comparison. */
export interface BothModels {
  readonly champion: ModelToCompare;
  readonly challenger: ModelToCompare;
}

/** Scored data of both models. */
export interface BothScored {
  readonly champion: ScoredAside;
  readonly challenger: ScoredAside;
}

/** Scores the same rows with both models, one after the other. Throws E_USAGE where they do not do the same task. */
export async function scoreBoth(
  aside: AsideFolder,
  models: BothModels,
  { data, target, derive, where, ignore }: Pick<ModelComparisonRequest, 'data' | 'target' | 'derive' | 'where' | 'ignore'>,
  context: JobContext,
): Promise<BothScored> {
  const rows = { derive, where, notFeatures: [...(target === null ? [] : [target]), ...ignore] };
  const champion = await aside.score('champion', models.champion, data, rows, partOf(context, 0, 0.5));
  const challenger = await aside.score('challenger', models.challenger, data, rows, partOf(context, 0.5, 1));
  if (champion.result.task !== challenger.result.task) {
    const [first, second] = [models.champion.reference, models.challenger.reference];
    throw new AppError(
      'E_USAGE',
      `${first} does ${champion.result.task} and ${second} does ${challenger.result.task}; they cannot be compared.`,
    );
  }
  return { champion, challenger };
}

/** A model with how fast it was. */
export function comparedModel({ reference, name, version }: ModelToCompare, { result }: ScoredAside): ComparedModel {
  const { rows, scoringMs, model } = result;
  return { reference, name, version, sha256: model.sha256, rowsPerSecond: scoringMs > 0 ? (rows / scoringMs) * 1000 : null };
}

async function pairedNumbers(database: Database, sides: PairedSides, target: string, rows: number, context: JobContext) {
  const pair = numberPair(sides, target);
  if (pair === null) return null;
  const { blocks, ofEachRow } = blocksFor(rows);
  const errors = new PairedErrors(Math.max(1, blocks));
  await database.using(context.signal, (connection) =>
    streamPairedNumbers(
      connection,
      { from: pairedRows(...pair), blocks, ofEachRow },
      (...row) => errors.add(...row),
      new Pacer(context.signal),
    ),
  );
  return errors.statistics();
}

async function statisticsOf(
  database: Database,
  sides: PairedSides,
  measured: PerformanceSection,
  rows: number,
  context: JobContext,
): Promise<PairedStatistics | null> {
  const { target } = measured;
  if (measured.task === 'regression') return pairedNumbers(database, sides, target, rows, context);
  const { files, withClasses, withScores } = classPair(sides, target, measured);
  if (!withClasses) return null;
  const scoreCells = withScores ? pairedScoreCells : null;
  const cells = await database.using(context.signal, (connection) =>
    countPairedCells(connection, { from: pairedRows(...files), scoreCells }),
  );
  return pairedClasses(cells, measured.labels, measured.positiveLabel);
}

function measure(scored: BothScored, request: ModelComparisonRequest, context: JobContext): Promise<ComparedDatasets> {
  const { target, positiveLabel, ignore, by, confidence, replicates } = request;
  const segments = { by: [...by], minimumRows: 30, confidence, replicates };
  const sections = ['performance', 'performance-by-segment'] as const;
  const common = { target, positiveLabel, ignore, sections, more: { segments } };
  return compareScored({ ...common, reference: scored.champion, current: scored.challenger }, context);
}

function checkMeasured(found: ComparedDatasets | null, request: ModelComparisonRequest): void {
  if (found === null || found.performance !== null) return;
  const why = found.findings.map(({ sentence }) => sentence).join(' ');
  throw new AppError('E_USAGE', `The models cannot be measured against ${request.target}. ${why}`.trim());
}

/**
 * Champion and challenger on the same rows: every metric with a paired interval of the difference, by segment, where they
 * disagree, and how fast they are. Throws what scoring throws, and E_USAGE where they cannot be compared.
 */
export async function compareModels(request: ModelComparisonRequest, models: BothModels, context: JobContext): Promise<ModelComparison> {
  const aside = await openAsideFolder();
  try {
    const scored = await scoreBoth(aside, models, request, partOf(context, 0, 0.4));
    const measured = request.target === null ? null : await measure(scored, request, partOf(context, 0.4, 0.7));
    checkMeasured(measured, request);
    const performance = measured?.performance ?? null;
    const files = [scored.champion.source.path, scored.challenger.source.path];
    const database = await openDuckDb({ files });
    try {
      const { signal } = context;
      const sides = await openSides(database, scored.champion, scored.challenger, signal);
      const { rows, task } = scored.champion.result;
      context.progress({ share: 0.75, message: 'Drawing rows anew' });
      const paired = performance === null ? null : await statisticsOf(database, sides, performance, rows, context);
      const metrics = await withDifferences(performance?.metrics ?? [], paired, request, new Pacer(signal));
      context.progress({ share: 0.95, message: 'Looking where the models disagree' });
      const asked = { hasTarget: request.target !== null, examples: request.examples };
      const disagreements =
        task === 'regression'
          ? await numberDisagreements(database, numberPair(sides, request.target), asked, signal)
          : await classDisagreements(database, classPair(sides, request.target, performance), asked, signal);
      return {
        champion: comparedModel(models.champion, scored.champion),
        challenger: comparedModel(models.challenger, scored.challenger),
        data: { path: request.data.path, numberOfRows: rows },
        task,
        target: request.target,
        positiveLabel: performance?.task === 'classification' ? performance.positiveLabel : null,
        confidence: request.confidence,
        replicates: request.replicates,
        usedRows: performance?.rows.current?.used ?? 0,
        metrics,
        segments: measured?.performanceBySegment ?? null,
        disagreements,
      };
    } finally {
      await database.close();
    }
  } finally {
    await aside.close();
  }
}
