import type { DataFile, DatasetSummary, Side } from '#shared/domain/dataset.ts';
import { formatBytes, formatCount } from '#shared/text/formatNumber.ts';
import type { ReportSection, SectionContext } from '../section.ts';
import { markup, type Markup } from '../markup.ts';

/** Files listed on the page; a folder of thousands would drown it, and the JSON report has them all. */
const mostFiles = 40;

function fileRow(file: DataFile): Markup {
  return markup`<tr><th scope="row"><bdi>${file.name}</bdi></th><td class="number">${formatBytes(file.bytes)}</td><td><code class="hash">${file.sha256 === '' ? 'not hashed' : file.sha256}</code></td></tr>`;
}

function files(side: Side, dataset: DatasetSummary): Markup {
  const rest = dataset.files.length - mostFiles;
  return markup`<h3 class="${side}">${side}</h3><p class="path"><bdi>${dataset.path}</bdi></p>
<div class="scroll"><table class="small files"><thead><tr><th scope="col">file</th><th scope="col" class="number">size</th><th scope="col">SHA-256</th></tr></thead><tbody>${dataset.files.slice(0, mostFiles).map(fileRow)}</tbody></table></div>
${rest > 0 ? markup`<p class="quiet">and ${formatCount(rest)} more files; the JSON report lists them all.</p>` : null}`;
}

/** Definitions longer than this are cut; the statements of the JSON report are whole. */
const longestDefinition = 12_000;

function definitions({ sources }: SectionContext): Markup | null {
  if (sources.definitions.length === 0) return null;
  const list = sources.definitions.map(({ name, source }) => {
    const cut = source.length > longestDefinition ? `${source.slice(0, longestDefinition)} … (whole in the JSON report)` : `${source};`;
    return markup`<pre><code>create view ${name} as from ${cut}</code></pre>`;
  });
  return markup`<details class="sql"><summary>Names of the data in the SQL above</summary>${list}</details>`;
}

/** Exactly which files were compared. */
export const dataSection: ReportSection = {
  id: 'data',
  title: 'Data',
  section: null,
  render: (context) => {
    const { reference, current } = context.report;
    return markup`${files('reference', reference)}${files('current', current)}${definitions(context)}`;
  },
};
