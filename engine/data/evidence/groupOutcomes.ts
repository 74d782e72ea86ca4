import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from '../quote.ts';

/** What was predicted for the rows of one group, and what is true of them. */
export interface GroupOutcomes {
  readonly group: string;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** What says for each row which class it is of, and which it was predicted to be of. Rows without one are left out. */
export interface OutcomeColumns {
  readonly view: string;
  /** SQL that gives the class as text. */
  readonly truth: string;
  /** SQL that gives the predicted class as text, or the probability of the positive one with the least that means it. */
  readonly prediction: { readonly label: string } | { readonly score: string; readonly threshold: number };
  readonly positive: string;
}

interface OutcomesRequest extends OutcomeColumns {
  /** SQL that gives the group as text. */
  readonly group: string;
  readonly most: number;
}

function selectedSql({ prediction, positive }: OutcomeColumns): string {
  if ('label' in prediction) return `${prediction.label} = ${quoteText(positive)}`;
  return `case when isfinite(${prediction.score}) then ${prediction.score} >= (${prediction.threshold})::double end`;
}

/** Counts the rows of each group by what is true and what was predicted; null where there are more than `most` groups. */
export async function countGroupOutcomes(connection: DuckDBConnection, request: OutcomesRequest): Promise<GroupOutcomes[] | null> {
  const { view, group, truth, positive, most } = request;
  const counts = ['t and p', 'not t and p', 't and not p', 'not t and not p'].map((outcome) => `(count(*) filter (${outcome}))::double`);
  const rows = `select ${group} as g, ${truth} = ${quoteText(positive)} as t, ${selectedSql(request)} as p from ${view}`;
  const read = await connection.runAndReadAll(
    `select g, ${counts.join(', ')} from (${rows}) where g is not null and t is not null and p is not null group by g order by g limit ${most + 1}`,
  );
  const found = read.getRows().map(([name, ...numbers]): GroupOutcomes => {
    const [truePositives, falsePositives, falseNegatives, trueNegatives] = numbers.map(Number) as [number, number, number, number];
    return { group: String(name), truePositives, falsePositives, falseNegatives, trueNegatives };
  });
  return found.length > most ? null : found;
}
