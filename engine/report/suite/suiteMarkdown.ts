import type { SuiteRun } from '#shared/domain/suite.ts';
import { formatCount } from '#shared/text/formatNumber.ts';
import { formatTime } from '#shared/text/formatTime.ts';
import { checkVerdict, failingFirst, suiteVerdict } from '#shared/text/suiteVerdict.ts';
import { plainMarkdown } from '../plainMarkdown.ts';

/** A test run as Markdown for a pull request: what needs a person is open, what passed is folded. */
export function suiteMarkdown(run: SuiteRun): string {
  const { icon, word } = suiteVerdict(run);
  const head = ['| result | what was found | expected |', '| --- | --- | --- |'];
  const lines = failingFirst(run.results).map((result) => {
    const { icon: mark, word: status } = checkVerdict(result.status);
    return { result, line: `| ${mark} ${status} | ${plainMarkdown(result.sentence)} | ${plainMarkdown(result.expected)} |` };
  });
  const isOpen = (status: string): boolean => status !== 'pass' && status !== 'skipped';
  const open = lines.filter(({ result }) => isOpen(result.status)).map(({ line }) => line);
  const folded = lines.filter(({ result }) => !isOpen(result.status)).map(({ line }) => line);
  const basis = run.exact ? 'exact on all rows' : 'estimated from a sample';
  return [
    `# ${icon} ${word}`,
    '',
    `- suite: ${plainMarkdown(run.name)}`,
    `- reference: ${plainMarkdown(run.reference.name)}, ${formatCount(run.reference.numberOfRows)} rows`,
    `- current: ${plainMarkdown(run.current.name)}, ${formatCount(run.current.numberOfRows)} rows`,
    `- ${basis}, ${formatTime(run.createdAt)}`,
    ...(open.length === 0 ? [] : ['', ...head, ...open]),
    ...(folded.length === 0
      ? []
      : [
          '',
          `<details><summary>${run.summary.pass} passed, ${run.summary.skipped} skipped</summary>`,
          '',
          ...head,
          ...folded,
          '',
          '</details>',
        ]),
    '',
  ].join('\n');
}
