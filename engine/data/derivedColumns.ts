import type { DuckDBConnection } from '@duckdb/node-api';
import type { Derivation } from '#shared/domain/settings.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { quoteName } from './quote.ts';

/** Names of the columns of what stands after FROM. */
export async function columnNames(connection: DuckDBConnection, from: string): Promise<string[]> {
  const described = await connection.runAndReadAll(`describe select * from ${from}`);
  return described.getRows().map(([name]) => String(name));
}

interface Step extends Derivation {
  /** What stands after FROM once this column is there. */
  readonly from: string;
  readonly names: readonly string[];
}

/** To the database names that differ in the case of letters are one name. */
function step(from: string, names: readonly string[], { column, expression }: Derivation): Step {
  const there = names.find((name) => name.toLowerCase() === column.toLowerCase());
  // A comment at the end of an expression must not take the bracket with it.
  const value = `(${expression}\n) as ${quoteName(there ?? column)}`;
  const columns = there === undefined ? `*, ${value}` : `* replace (${value})`;
  return { column, expression, from: `(select ${columns} from ${from})`, names: there === undefined ? [...names, column] : names };
}

async function checkStep(connection: DuckDBConnection, { column, expression, from, names }: Step, path: string): Promise<void> {
  const sql = `describe select * from ${from}`;
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw new Error('it holds more than one statement');
    const found = (await connection.runAndReadAll(sql)).getRows().map(([name]) => String(name));
    if (found.length !== names.length || found.some((name, i) => name !== names[i])) throw new Error('it gives more than one column');
  } catch (error) {
    const message = error instanceof Error ? error.message.split('\n\n')[0]! : String(error);
    throw new AppError('E_DERIVATION_INVALID', `The derived column ${column} = ${expression} does not work on ${path}: ${message}`, {
      cause: error,
    });
  }
}

export interface DerivedColumns {
  /** What stands after FROM to read the rows with the derived columns. */
  readonly from: string;
  /** Throws E_DERIVATION_INVALID for an expression that is not one value a row. `path` names the data in the message. */
  check(connection: DuckDBConnection, path: string): Promise<void>;
}

/**
 * Derived columns laid over what stands after FROM, whose columns are `names`. Each may use the ones before it; one of a
 * name that is there takes its place.
 */
export function withDerived(scan: string, names: readonly string[], derive: readonly Derivation[]): DerivedColumns {
  const steps: Step[] = [];
  for (const each of derive) {
    const before = steps.at(-1);
    steps.push(step(before?.from ?? scan, before?.names ?? names, each));
  }
  return {
    from: steps.at(-1)?.from ?? scan,
    check: async (connection, path) => {
      for (const each of steps) await checkStep(connection, each, path);
    },
  };
}
