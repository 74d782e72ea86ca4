import type { Pacer } from '../../jobs/pacer.ts';
import { databaseError } from '../databaseError.ts';
import type { Database } from '../openDuckDb.ts';
import { countRowGroups } from './countRowGroups.ts';
import { countWhere } from './countWhere.ts';

interface Asked {
  readonly key: string;
  readonly among: string;
  readonly failing: string;
}

type Counted = { readonly among: number; readonly failing: number; readonly where: string | null } | { readonly problem: string };

/** Counts rows by conditions that a person may have written; one that does not work does not stop the others. */
export class RowCounter {
  constructor(
    private readonly database: Database,
    private readonly view: string,
    private readonly signal: AbortSignal,
    private readonly pacer: Pacer,
  ) {}

  private problem(error: unknown): { problem: string } {
    const known = databaseError(error, 'E_CONDITION_INVALID', 'the rows cannot be counted');
    if (known.code === 'E_CANCELLED' || known.code === 'E_OUT_OF_MEMORY') throw known;
    return { problem: known.message };
  }

  /** A comment at the end of a condition must not take what follows with it. */
  private async count(asked: readonly Asked[]): Promise<[string, Counted][]> {
    const conditions = asked.flatMap(({ among, failing }) => [among, `(${among}) and (${failing}\n)`]);
    const counts = await this.database.using(this.signal, (connection) => countWhere(connection, this.view, conditions, this.pacer));
    return asked.map(({ key, among, failing }, i) => {
      const where = among === 'true' ? `${failing}` : `${among} and (${failing})`;
      return [key, { among: counts[2 * i]!, failing: counts[2 * i + 1]!, where }];
    });
  }

  /** All in as few passes as possible; where that fails, one by one to find the culprit. */
  async countConditions(asked: readonly Asked[]): Promise<[string, Counted][]> {
    if (asked.length === 0) return [];
    try {
      return await this.count(asked);
    } catch (error) {
      this.pacer.check();
      const [only] = asked;
      if (asked.length === 1) return [[only!.key, this.problem(error)]];
      const found: [string, Counted][] = [];
      for (const one of asked) found.push(...(await this.countConditions([one])));
      return found;
    }
  }

  async countRepeated({ among, repeated }: { readonly among: string; readonly repeated: readonly string[] }): Promise<Counted> {
    try {
      const request = { view: this.view, among, columns: repeated };
      const found = await this.database.using(this.signal, (connection) => countRowGroups(connection, request));
      return { ...found, where: null };
    } catch (error) {
      this.pacer.check();
      return this.problem(error);
    }
  }
}
