import { z } from 'zod';
import { suite, suiteEntry } from '#shared/domain/suite.ts';
import { checks } from './checks.ts';
import { presets } from './presets.ts';

/** The JSON schema (draft 2020-12) that every suite file keeps to, for editors. */
export function suiteJsonSchema(): Record<string, unknown> {
  const entry = suiteEntry.extend({ check: z.enum(checks.all.map(({ id }) => id)) });
  const file = suite.extend({ presets: z.array(z.enum(presets.all.map(({ id }) => id))).optional(), checks: z.array(entry).optional() });
  const { $schema, ...schema } = z.toJSONSchema(file, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: 'urn:driftglass:suite:1', title: 'Driftglass suite of checks', ...schema };
}
