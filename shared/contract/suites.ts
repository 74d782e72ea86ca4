import { z } from 'zod';
import { checkInfo, presetInfo, suiteRun } from '../domain/suite.ts';
import { sectionId } from '../domain/settings.ts';
import { query } from './operation.ts';

/** The forms a test run can be written in. */
export const suiteFormat = z.enum(['html', 'json', 'md', 'junit']);
export type SuiteFormat = z.infer<typeof suiteFormat>;

/** Which checks: a suite as YAML and ready-made ones; with neither, the three presets on data. */
const chosen = z.object({
  report: z.string().min(1).describe('Id of the report to test.'),
  suite: z.string().nullable().default(null).describe('The text of a suite file.'),
  presets: z.array(z.string()).default([]),
});

export const suites = {
  list: query({
    route: '/suites/list',
    summary: 'The checks and the ready-made suites.',
    input: z.object({}),
    output: z.object({ checks: z.array(checkInfo), presets: z.array(presetInfo) }),
  }),
  read: query({
    route: '/suites/read',
    summary: 'The suite file of the workspace; null where there is none.',
    input: z.object({}),
    output: z.object({ path: z.string(), text: z.string().nullable() }),
  }),
  write: query({
    route: '/suites/write',
    summary: 'Keep a suite file in the workspace; it must be one that is understood.',
    input: z.object({ text: z.string() }),
    output: z.object({ path: z.string() }),
  }),
  check: query({
    route: '/suites/check',
    summary: 'Whether a suite file and presets are understood, and the sections a report needs for them; if not, the error names the line.',
    input: chosen.omit({ report: true }),
    output: z.object({ sections: z.array(sectionId) }),
  }),
  run: query({ route: '/suites/run', summary: 'Test a kept report and keep the outcome with it.', input: chosen, output: suiteRun }),
  last: query({
    route: '/suites/last',
    summary: 'The outcome kept with a report; null where it was not tested.',
    input: chosen.pick({ report: true }),
    output: suiteRun.nullable(),
  }),
  freeze: query({
    route: '/suites/freeze',
    summary: 'The same checks as a suite file with every condition written out.',
    input: chosen,
    output: z.object({ text: z.string() }),
  }),
  accept: query({
    route: '/suites/accept',
    summary: 'A suite file that takes what one check found as the new normal. Its comments stay.',
    input: chosen.extend({ result: z.string().describe('Id of the result to accept.') }),
    output: z.object({ text: z.string() }),
  }),
  render: query({
    route: '/suites/render',
    summary: 'Test a kept report and write the outcome as text in one of the formats.',
    input: chosen.extend({ format: suiteFormat }),
    output: z.object({ fileName: z.string(), mimeType: z.string(), bytes: z.int().nonnegative(), content: z.string() }),
  }),
  save: query({
    route: '/suites/save',
    summary: 'Test a kept report and write the outcome to a file, whole or not at all.',
    input: chosen.extend({ format: suiteFormat, path: z.string().min(1) }),
    output: z.object({ path: z.string(), bytes: z.int().nonnegative() }),
  }),
};
