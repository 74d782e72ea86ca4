import type { Client } from '#shared/contract/index.ts';
import { client } from '../client/engine.ts';
import { saveRendered } from './saveRendered.ts';

/** What can be written as a page of its own. */
export type Explanation = Parameters<Client['explanations']['render']>[0]['explanation'];

/** Writes an explanation as a page where the person says. */
export async function saveExplanation(explanation: Explanation): Promise<void> {
  await saveRendered({
    id: explanation.kind,
    format: 'html',
    doing: 'Saving the explanation',
    render: () => client.explanations.render({ explanation, format: 'html' }),
    retry: () => void saveExplanation(explanation),
  });
}
