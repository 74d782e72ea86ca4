import { describeReportModel } from '#shared/text/describeReportModel.ts';
import type { ReportSection } from '../section.ts';
import { markup } from '../markup.ts';

/** The model that both sides were scored with. */
export const modelSection: ReportSection = {
  id: 'model',
  title: 'Model',
  section: null,
  render: ({ report: { model } }) => {
    if (model === null) return null;
    const rows = describeReportModel(model).map(
      ([name, text]) =>
        markup`<tr><th scope="row">${name}</th><td>${name === 'SHA-256' ? markup`<code class="hash">${text}</code>` : markup`<bdi>${text}</bdi>`}</td></tr>`,
    );
    return markup`<p>Both sides were scored with <bdi>${model.name}</bdi>; the predictions are its own, not those of the data.</p>
<table class="small settings"><tbody>${rows}</tbody></table>`;
  },
};
