import type { CheckResult, SuiteRun } from '#shared/domain/suite.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { checkVerdict, failingFirst, suiteVerdict } from '#shared/text/suiteVerdict.ts';
import { withoutControls } from '../displayWidth.ts';
import type { TableOptions } from '../reportTable.ts';

function line({ status, sentence, isCritical }: CheckResult, paint: NonNullable<TableOptions['paint']>): string {
  const { tone, icon, word } = checkVerdict(status);
  const note = status === 'warning' && !isCritical ? ' (not critical)' : '';
  return `${paint(`${icon} ${word}`.padEnd(9), tone)}  ${withoutControls(sentence)}${note}`;
}

/** A test run as lines of plain text for the terminal, failing checks first. No final line break. */
export function suiteTable(run: SuiteRun, options: TableOptions = {}): string {
  const { paint = (text: string): string => text } = options;
  const { tone, icon, word } = suiteVerdict(run);
  const { reference, current } = run;
  const skipped = run.summary.skipped === 0 ? '' : ` · ${run.summary.skipped} skipped`;
  const basis = `${withoutControls(run.name)} · ${run.exact ? 'exact on all rows' : '≈ estimated from a sample'}${skipped}`;
  return [
    `${paint(`${icon} ${word}`, tone)}  ${paint(basis, 'quiet')}`,
    `reference  ${withoutControls(reference.name)} (${formatCount(reference.numberOfRows)} rows)`,
    `current    ${withoutControls(current.name)} (${formatCount(current.numberOfRows)} rows)`,
    '',
    ...(run.results.length === 0
      ? ['The suite has no check for these columns.']
      : failingFirst(run.results).map((each) => line(each, paint))),
  ].join('\n');
}
