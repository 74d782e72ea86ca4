import { AppError } from '#shared/errors/AppError.ts';
import type { ReportSettings } from '#shared/domain/settings.ts';
import { databaseError } from '../data/databaseError.ts';
import type { DatasetColumn, OpenDataset } from '../data/dataset.ts';
import { numberExpression } from '../data/evidence/numberExpression.ts';
import { countCategories, textExpression, type CategoryTable, type TextSide } from '../data/evidence/textCounts.ts';
import type { NumericPair } from '../data/evidence/numericPair.ts';
import { quoteName } from '../data/quote.ts';
import { analyseApart, analyseNumbers, analyseTexts, analyseUnsupported, type AnalysisFrame } from './analyseColumn.ts';
import type { ColumnAnalysis } from './analysis.ts';
import { chosenMethod } from './chosenMethod.ts';
import { addContent, wantsContent } from './gatherContent.ts';
import { gatherDetail } from './gatherDetail.ts';
import { methodFor } from './methodFor.ts';
import { NumberGatherer, type Sources } from './gatherNumbers.ts';
import { planColumn, type PlannedColumn } from './planColumns.ts';
import { summariseNumbers } from './summariseNumbers.ts';

function failed(plan: PlannedColumn, error: unknown): ColumnAnalysis {
  const known = databaseError(error, 'E_DATA_UNREADABLE', `The column ${plan.column} could not be read`, { column: plan.column });
  if (known.code === 'E_CANCELLED') throw known;
  return {
    kind: 'unsupported',
    kindReason: 'the column could not be read.',
    reference: null,
    current: null,
    histogram: null,
    unseen: null,
    evidence: null,
    notTested: { reason: 'failed', sentence: `${known.message}` },
    findings: [{ severity: 'broken', code: 'column-failed', column: plan.column, sentence: known.message }],
  };
}

/** Columns whose sides cannot be compared become two plans, one a side. */
interface Leaves {
  readonly plans: readonly PlannedColumn[];
  readonly apart: ReadonlyMap<PlannedColumn, { reference: PlannedColumn; current: PlannedColumn }>;
}

function leavesOf(plans: readonly PlannedColumn[], settings: ReportSettings): Leaves {
  const apart = new Map<PlannedColumn, { reference: PlannedColumn; current: PlannedColumn }>();
  const leaves = plans.flatMap((plan) => {
    if (plan.route !== 'apart') return [plan];
    const parts = {
      reference: planColumn(plan.column, plan.reference, null, settings),
      current: planColumn(plan.column, null, plan.current, settings),
    };
    apart.set(plan, parts);
    return [parts.reference, parts.current];
  });
  return { plans: leaves, apart };
}

export class ColumnGatherer {
  private readonly results = new Map<PlannedColumn, ColumnAnalysis>();
  private readonly frame: AnalysisFrame;
  private total = 0;

  constructor(
    private readonly sources: Sources,
    private readonly settings: ReportSettings,
  ) {
    this.frame = { rows: { reference: sources.reference.numberOfRows, current: sources.current.numberOfRows }, settings };
  }

  /** Gathers every column; one that cannot be read is reported as failed and does not stop the others. */
  async gather(plans: readonly PlannedColumn[]): Promise<ReadonlyMap<PlannedColumn, ColumnAnalysis>> {
    const leaves = leavesOf(plans, this.settings);
    this.total = leaves.plans.length;
    const byRoute = (route: PlannedColumn['route']): PlannedColumn[] => leaves.plans.filter((plan) => plan.route === route);
    await this.gatherUnsupported(byRoute('unsupported'));
    const numbers = await this.readableAsNumbers(byRoute('numbers'));
    const alsoTexts = await this.gatherNumbers(numbers);
    for (const plan of [...alsoTexts, ...byRoute('texts')]) await this.gatherTexts(plan);
    for (const [plan, parts] of leaves.apart) {
      this.results.set(plan, analyseApart(plan, this.results.get(parts.reference)!, this.results.get(parts.current)!));
    }
    return this.results;
  }

  private done(plan: PlannedColumn, analysis: ColumnAnalysis): void {
    this.results.set(plan, analysis);
    const share = 0.05 + 0.55 * Math.min(1, this.results.size / Math.max(1, this.total));
    this.sources.context.progress({
      share,
      message: `Compared ${plan.column} (${Math.min(this.results.size, this.total)} of ${this.total})`,
    });
  }

  private async gatherNumbers(plans: readonly PlannedColumn[]): Promise<PlannedColumn[]> {
    const asTexts: PlannedColumn[] = [];
    if (plans.length === 0) return asTexts;
    const { pacer } = this.sources;
    await new NumberGatherer(this.sources).gather(
      plans,
      async (plan, pair) => {
        const analysis = analyseNumbers(plan, this.frame, await summariseNumbers(plan.column, pair, this.settings.binning, pacer));
        if (analysis === null) asTexts.push(plan);
        else this.done(plan, await this.withDetail(plan, analysis, pair));
      },
      ({ plan, error }) => this.done(plan, failed(plan, error)),
    );
    return asTexts;
  }

  /** Adds what the column's method needs beyond the usual, while its values are at hand. */
  private async withDetail(plan: PlannedColumn, analysis: ColumnAnalysis, pair: NumericPair): Promise<ColumnAnalysis> {
    const { evidence } = analysis;
    if (evidence?.kind !== 'numeric') return analysis;
    const { needs } = methodFor(chosenMethod(plan.column, evidence, this.settings), this.settings.compat);
    if (needs === undefined) return analysis;
    return { ...analysis, evidence: await gatherDetail(needs, pair, evidence, this.sources.pacer) };
  }

  private textSide(dataset: OpenDataset, column: DatasetColumn | null): TextSide | null {
    if (column === null) return null;
    return { view: dataset.view, expression: textExpression(column) };
  }

  private async countTexts(plan: PlannedColumn): Promise<CategoryTable> {
    const { database, context, pacer, reference, current } = this.sources;
    const emptyIsMissing = this.settings.missing.includes('empty-string');
    return database.using(context.signal, (connection) =>
      countCategories(
        connection,
        { reference: this.textSide(reference, plan.reference), current: this.textSide(current, plan.current), emptyIsMissing },
        pacer,
      ),
    );
  }

  private async gatherTexts(plan: PlannedColumn): Promise<void> {
    try {
      const table = await this.countTexts(plan);
      this.done(plan, await this.withContent(plan, analyseTexts(plan, this.frame, table), table));
    } catch (error) {
      this.sources.pacer.check();
      this.done(plan, failed(plan, error));
    }
  }

  /** Adds what a classifier makes of free text, where it is wanted. */
  private async withContent(plan: PlannedColumn, analysis: ColumnAnalysis, table: CategoryTable): Promise<ColumnAnalysis> {
    const { reference, current } = plan;
    if (analysis.kind !== 'text' || reference === null || current === null) return analysis;
    if (!wantsContent(plan.column, this.settings) || analysis.notTested?.reason === 'no-valid-values') return analysis;
    return addContent(analysis, { reference, current, table, settings: this.settings, sources: this.sources });
  }

  private async countNulls(side: 'reference' | 'current', plans: readonly PlannedColumn[]): Promise<Map<PlannedColumn, number>> {
    const present = plans.filter((plan) => plan[side] !== null);
    if (present.length === 0) return new Map();
    const { database, context } = this.sources;
    const counts = present.map((plan) => `(count(*) - count(${quoteName(plan.column)}))::double`);
    const rows = await database.using(context.signal, async (connection) => {
      const read = await connection.runAndReadAll(`select ${counts.join(', ')} from ${this.sources[side].view}`);
      return read.getRows()[0]!;
    });
    return new Map(present.map((plan, i) => [plan, Number(rows[i])]));
  }

  private async gatherUnsupported(plans: readonly PlannedColumn[]): Promise<void> {
    for (const plan of plans) {
      try {
        const reference = (await this.countNulls('reference', [plan])).get(plan) ?? 0;
        const current = (await this.countNulls('current', [plan])).get(plan) ?? 0;
        this.done(plan, analyseUnsupported(plan, this.frame, { reference, current }));
      } catch (error) {
        this.sources.pacer.check();
        this.done(plan, failed(plan, error));
      }
    }
  }

  /** Leaves out text columns that were said to be numbers or times and hold something else. */
  private async readableAsNumbers(plans: readonly PlannedColumn[]): Promise<PlannedColumn[]> {
    const readable: PlannedColumn[] = [];
    for (const plan of plans) {
      const stray = await this.strayText(plan);
      if (stray === null) readable.push(plan);
      else {
        const wanted = plan.chosen === 'datetime' ? 'times' : 'numbers';
        const sentence = `The column ${plan.column} was said to hold ${wanted}, but it holds other text, for example ${JSON.stringify(stray)}.`;
        this.done(plan, failed(plan, new AppError('E_DATA_UNREADABLE', sentence, { subject: { column: plan.column } })));
      }
    }
    return readable;
  }

  private async strayText(plan: PlannedColumn): Promise<string | null> {
    const { database, context } = this.sources;
    for (const side of ['reference', 'current'] as const) {
      const column = plan[side];
      if (column?.family !== 'text') continue;
      const sql = `select ${quoteName(column.column)}::varchar from ${this.sources[side].view} where ${quoteName(column.column)} is not null and (${numberExpression(column, plan.chosen ?? 'numeric')}) is null limit 1`;
      const rows = await database.using(context.signal, async (connection) => (await connection.runAndReadAll(sql)).getRows());
      if (rows.length > 0) return String(rows[0]![0]);
    }
    return null;
  }
}
