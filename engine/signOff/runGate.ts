import { createHash } from 'node:crypto';
import type { DataSource } from '#shared/domain/dataset.ts';
import type { Gate, GateCheck, GateOutcome } from '#shared/domain/gate.ts';
import type { ModelVersion } from '#shared/domain/registry.ts';
import type { Suite } from '#shared/domain/suite.ts';
import { withSections } from '#shared/domain/sections.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { countRows } from '../checks/countRows.ts';
import { runSuite } from '../checks/runSuite.ts';
import { sectionsNeeded } from '../checks/sectionsNeeded.ts';
import { hashFile } from '../data/hashFile.ts';
import { resolveSource } from '../data/resolveSource.ts';
import type { ComparedDatasets } from '../drift/compareDatasets.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { compareScored, openAsideFolder, partOf, type ModelToScore, type ScoredAside } from '../modelComparison/scoreAside.ts';
import { measureLatency } from '../models/scoring/measureLatency.ts';
import { checkCard, checkFairness, checkLatency, checkMetric, fromSuite, metricOn } from './checkBounds.ts';
import { robustnessChecks } from './checkRobustness.ts';
import { checkSignature } from './checkSignature.ts';
import { looksAtData } from './readGate.ts';

/** A version with the file that was just verified. */
export interface VerifiedVersion {
  readonly path: string;
  readonly version: ModelVersion;
}

/** What is to be signed off. */
export interface GateRequest {
  readonly gate: Gate;
  readonly gateText: string;
  /** The suite that the gate asks for, read; null where it asks for none. */
  readonly suite: Suite | null;
  readonly candidate: VerifiedVersion;
  /** The version that holds the alias now. */
  readonly holder: VerifiedVersion | null;
  readonly card: { readonly parts: Readonly<Record<string, unknown>> | null; readonly problem: string | null };
  readonly reference: DataSource | null;
  readonly current: DataSource | null;
}

interface Measured {
  readonly checks: GateCheck[];
  readonly reference: GateOutcome['reference'];
  readonly current: GateOutcome['current'];
}

const nothing: Measured = { checks: [], reference: null, current: null };

const toScore = ({ path, version }: VerifiedVersion): ModelToScore => ({
  path,
  name: version.model,
  version: version.version,
  scoring: version.scoring,
});

function needData({ gate, suite, reference, current }: GateRequest): DataSource {
  if (current === null) throw new AppError('E_USAGE', 'This gate looks at data: name them with --current.');
  if (suite !== null && reference === null) {
    throw new AppError('E_USAGE', 'The suite of this gate compares with reference data: name them with --reference.');
  }
  if (gate.latency?.row === undefined && gate.latency?.batch === undefined && gate.latency !== undefined) {
    throw new AppError('E_GATE_INVALID', 'The latency of the gate has no bound: give it row, batch, or both.');
  }
  return current;
}

async function suiteChecks(suite: Suite, compared: ComparedDatasets, context: JobContext): Promise<GateCheck[]> {
  const report = {
    schemaVersion: 1 as const,
    id: '',
    createdAt: '',
    producedBy: { name: 'driftglass' as const, version: '' },
    command: '',
    ...compared,
  };
  // The files are the scored copies that were made a moment ago.
  const guard = { read: async (): Promise<void> => undefined };
  return runSuite(suite, report, await countRows(suite, report, { guard, context })).results.map(fromSuite);
}

async function latencyChecks({ gate, candidate, holder }: GateRequest, current: DataSource, context: JobContext): Promise<GateCheck[]> {
  const { row, batch } = gate.latency ?? {};
  const asked = [...(row === undefined ? [] : [{ rows: 1, atMost: row }]), ...(batch === undefined ? [] : [batch])];
  if (asked.length === 0) return [];
  const time = ({ path, version }: VerifiedVersion): Promise<number[]> =>
    measureLatency(
      {
        model: path,
        source: current,
        derive: gate.derive ?? [],
        where: gate.where ?? null,
        settings: version.scoring,
        notFeatures: notFeatures(gate),
        sizes: asked.map(({ rows }) => rows),
      },
      context,
    );
  const own = await time(candidate);
  const others = holder === null ? null : await time(holder);
  return asked.map(({ rows, atMost }, i) => ({
    ...checkLatency(rows, own[i]!, atMost, others?.[i] ?? null),
    id: i === 0 && row !== undefined ? 'latency:row' : 'latency:batch',
  }));
}

const notFeatures = ({ target, ignore = [] }: Gate): string[] => [...(target === undefined ? [] : [target]), ...ignore];

/** The source that was given, with the digests of its own files in place of those of the scored copy. */
async function measuredOn(source: DataSource, scored: ScoredAside, context: JobContext): Promise<NonNullable<GateOutcome['current']>> {
  const { path, files } = await resolveSource(source);
  const hashed = [];
  for (const file of files) hashed.push({ name: file.path.split(/[\\/]/).at(-1)!, sha256: await hashFile(file.path, context.signal) });
  return { path, numberOfRows: scored.result.rows, files: hashed };
}

async function boundChecks(
  { gate }: GateRequest,
  own: ComparedDatasets,
  compareHolder: (() => Promise<ComparedDatasets>) | null,
): Promise<GateCheck[]> {
  const metrics = gate.metrics ?? [];
  const beside = metrics.length > 0 && compareHolder !== null ? (await compareHolder()).performance : undefined;
  return [
    ...metrics.map((bound) => {
      const holder = beside === undefined ? undefined : metricOn(beside, bound.metric, 'reference');
      return checkMetric(bound, metricOn(own.performance, bound.metric, 'current'), holder);
    }),
    ...(gate.fairness ?? []).map((bound) => checkFairness(bound, own.fairness)),
  ];
}

async function dataChecks(request: GateRequest, context: JobContext): Promise<Measured> {
  const { gate, suite, candidate, holder, reference } = request;
  const current = needData(request);
  const rows = { derive: gate.derive ?? [], where: gate.where ?? null, notFeatures: notFeatures(gate) };
  const aside = await openAsideFolder();
  try {
    const scoredCurrent = await aside.score('current', toScore(candidate), current, rows, partOf(context, 0, 0.2));
    const scoredReference =
      reference === null ? scoredCurrent : await aside.score('reference', toScore(candidate), reference, rows, partOf(context, 0.2, 0.4));
    const common = {
      target: gate.target ?? null,
      positiveLabel: gate.positiveLabel ?? null,
      ignore: gate.ignore ?? [],
      current: scoredCurrent,
    };
    const sensitive = [...new Set((gate.fairness ?? []).map(({ column }) => column))];
    const asked = [
      ...(gate.metrics === undefined ? [] : (['performance'] as const)),
      ...(sensitive.length === 0 ? [] : (['fairness'] as const)),
      ...(suite === null ? [] : sectionsNeeded(suite)),
    ];
    const fairness = { sensitive, privileged: {}, resamples: 0, seed: 0, smallGroup: 30 };
    const own = await compareScored(
      { ...common, reference: scoredReference, sections: withSections(['data-drift'], asked) ?? [], more: { fairness } },
      partOf(context, 0.4, 0.6),
    );
    const besideHolder =
      holder === null
        ? null
        : async (): Promise<ComparedDatasets> => {
            const scored = await aside.score('holder', toScore(holder), current, rows, partOf(context, 0.6, 0.7));
            return compareScored({ ...common, reference: scored, sections: ['performance'] }, partOf(context, 0.7, 0.8));
          };
    const checks = [
      ...(suite === null ? [] : await suiteChecks(suite, own, partOf(context, 0.55, 0.6))),
      ...(await boundChecks(request, own, besideHolder)),
      ...(await robustnessChecks(request, current, partOf(context, 0.8, 0.9))),
      ...(await latencyChecks(request, current, partOf(context, 0.9, 0.98))),
    ];
    return {
      checks,
      current: await measuredOn(current, scoredCurrent, context),
      reference: reference === null ? null : await measuredOn(reference, scoredReference, context),
    };
  } finally {
    await aside.close();
  }
}

/**
 * Asks a candidate everything that a gate asks. A check that cannot be answered is an error and does not pass. Throws
 * where the data cannot be read or scored at all, E_USAGE where data are not named, and E_CANCELLED.
 */
export async function runGate(request: GateRequest, context: JobContext): Promise<GateOutcome> {
  const { gate, gateText, candidate, holder, card } = request;
  const measured = looksAtData(gate) ? await dataChecks(request, context) : nothing;
  const checks: GateCheck[] = [
    ...(gate.signature === undefined ? [] : [checkSignature(candidate.version.info, holder?.version.info ?? null, gate.signature)]),
    ...(gate.card === undefined ? [] : [checkCard(gate.card, card.parts, card.problem)]),
    ...measured.checks,
  ];
  const named = ({ version }: VerifiedVersion) => ({ version: version.version, sha256: version.sha256 });
  return {
    passed: checks.every(({ status }) => status === 'pass' || status === 'skipped'),
    name: gate.name ?? 'Sign-off gate',
    gateSha256: createHash('sha256').update(gateText).digest('hex'),
    candidate: named(candidate),
    holder: holder === null ? null : named(holder),
    reference: measured.reference,
    current: measured.current,
    checks,
  };
}
