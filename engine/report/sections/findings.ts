import type { Finding } from '#shared/domain/report.ts';
import type { Tone } from '#shared/text/verdict.ts';
import { nameOf, toneMark } from '../badges.ts';
import type { ReportSection, SectionContext } from '../section.ts';
import { markup, type Markup } from '../markup.ts';

const tones: Readonly<Record<Finding['severity'], Tone>> = { broken: 'broken', attention: 'attention', note: 'unknown' };
const order = ['broken', 'attention', 'note'] as const;

function item(finding: Finding, { anchors }: SectionContext): Markup {
  const anchor = finding.column === null ? undefined : anchors.get(finding.column);
  const name = finding.column === null ? null : nameOf(finding.column);
  const linked = anchor === undefined ? name : markup`<a href="#${anchor}">${name}</a>`;
  return markup`<li>${toneMark(tones[finding.severity], finding.severity)}<span>${linked === null ? null : markup`<b>${linked}</b> `}${finding.sentence}</span></li>`;
}

/** What a person should know before trusting the numbers, the gravest first. */
export const findingsSection: ReportSection = {
  id: 'findings',
  title: 'Look at these first',
  section: null,
  render: (context) => {
    const findings = order.flatMap((severity) => context.report.findings.filter((each) => each.severity === severity));
    if (findings.length === 0) return null;
    return markup`<ul class="findings">${findings.map((each) => item(each, context))}</ul>`;
  },
};
