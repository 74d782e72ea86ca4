import type { RunSummary } from '#shared/domain/report.ts';
import { datasetVerdict, type Verdict } from '#shared/text/verdict.ts';

/** The verdict of a kept report, in the words of its head. */
export function runVerdict(run: RunSummary): Verdict {
  const { numberOfColumns, numberOfDriftedColumns, datasetDrift } = run;
  return datasetVerdict({ dataDrift: { numberOfColumns, numberOfDriftedColumns, datasetDrift } });
}
