import { z } from 'zod';
import { driftReport } from '#shared/domain/report.ts';

/** The JSON schema (draft 2020-12) that every report written as JSON keeps to. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(driftReport, { target: 'draft-2020-12', io: 'output' });
  return {
    $schema,
    $id: 'urn:driftglass:report:1',
    title: 'Driftglass drift report',
    description: 'Null numbers have their reason, by field name, in the `reasons` beside them. Shares are in [0, 1].',
    ...schema,
  };
}
