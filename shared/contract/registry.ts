import { z } from 'zod';
import { dataSource } from '../domain/dataset.ts';
import { gateOutcome } from '../domain/gate.ts';
import { modelComparison, modelComparisonRequest, replay, replayRequest } from '../domain/modelComparison.ts';
import { scoringSettings } from '../domain/model.ts';
import {
  aliasHolder,
  aliasName,
  cardState,
  modelVersion,
  registeredModel,
  registeredName,
  registryEvent,
  resolvedModel,
  tagName,
  tags,
  versionNumber,
} from '../domain/registry.ts';
import { job, query } from './operation.ts';

/** Who does it and why, for the history. */
const signature = {
  by: z.string().min(1).max(200).nullable().default(null).describe('null: the user of the engine’s process.'),
  why: z.string().max(2000).default(''),
};
const reason = { ...signature, why: z.string().min(1, { error: 'says why, for the history' }).max(2000) };

const ofModel = z.object({ name: registeredName });
const ofVersion = ofModel.extend({ version: versionNumber });

const modelDetail = registeredModel.extend({ versions: z.array(modelVersion).describe('Newest first.') });

/** A version, a gate, and the data it looks at. */
const signOff = ofVersion.extend({
  alias: aliasName.default('champion'),
  gate: z.string().describe('The text of a gate.'),
  suite: z.string().nullable().default(null).describe('The text of the suite file that the gate names.'),
  reference: dataSource.nullable().default(null),
  current: dataSource.nullable().default(null),
});

export const registry = {
  list: query({
    route: '/registry/list',
    summary: 'The registered models, by name.',
    input: z.object({}),
    output: z.array(registeredModel),
  }),
  get: query({ route: '/registry/get', summary: 'One model with all its versions.', input: ofModel, output: modelDetail }),
  register: job({
    route: '/registry/register',
    summary: 'Keep a model file as the next version of a model. A file the model already has is not kept twice.',
    input: ofModel.extend({
      path: z.string().min(1),
      tags: tags.default({}),
      card: z.string().nullable().default(null).describe('The text of a model card.'),
      scoring: scoringSettings.prefault({}).describe('How data are to be given to it; kept with the version.'),
      reference: dataSource.nullable().default(null).describe('Data that belong to it; their hashes are kept.'),
      ...signature,
    }),
    output: z.object({ created: z.boolean(), version: modelVersion }),
  }),
  setAlias: query({
    route: '/registry/set-alias',
    summary: 'Point an alias to a version.',
    input: ofVersion.extend({ alias: aliasName, ...reason }),
    output: z.object({ changed: z.boolean(), model: modelDetail }),
  }),
  removeAlias: query({
    route: '/registry/remove-alias',
    summary: 'Take an alias away; a roll-back brings it back.',
    input: ofModel.extend({ alias: aliasName, ...reason }),
    output: modelDetail,
  }),
  rollback: query({
    route: '/registry/rollback',
    summary: 'Point an alias to where it pointed before its last change; once more goes back further.',
    input: ofModel.extend({ alias: aliasName.default('champion'), ...signature }),
    output: z.object({ from: versionNumber.nullable(), to: versionNumber, model: modelDetail }),
  }),
  tryGate: job({
    route: '/registry/try-gate',
    summary: 'What a gate finds for a version; nothing is recorded and no alias is set.',
    input: signOff,
    output: gateOutcome,
  }),
  promote: job({
    route: '/registry/promote',
    summary: 'Ask a gate, record what it finds, and point the alias to the version where it passes or is overridden.',
    input: signOff.extend({
      override: z.string().min(1).max(2000).nullable().default(null).describe('The reason to promote although the gate fails.'),
      ...signature,
    }),
    output: z.object({ promoted: z.boolean(), overridden: z.boolean(), outcome: gateOutcome, model: modelDetail }),
  }),
  compare: job({
    route: '/registry/compare',
    summary: 'Two models on the same data: metrics with intervals of the difference, by segment, where they disagree, rows a second.',
    input: modelComparisonRequest,
    output: modelComparison,
  }),
  replay: job({
    route: '/registry/replay',
    summary: 'Two models on each file of a folder, one after another: the history as the other model would have made it.',
    input: replayRequest,
    output: replay,
  }),
  setTag: query({
    route: '/registry/set-tag',
    summary: 'Set a tag of a version, or take it away.',
    input: ofVersion.extend({ tag: tagName, value: z.string().max(2000).nullable().describe('null: take it away.'), ...signature }),
    output: modelVersion,
  }),
  readCard: query({ route: '/registry/read-card', summary: 'The model card of a version.', input: ofVersion, output: cardState }),
  writeCard: query({
    route: '/registry/write-card',
    summary: 'Write the model card of a version; it must be one that is understood.',
    input: ofVersion.extend({ text: z.string(), ...signature }),
    output: cardState,
  }),
  history: query({
    route: '/registry/history',
    summary: 'What happened, oldest first: to one model, or to all.',
    input: z.object({ name: registeredName.nullable().default(null) }),
    output: z.array(registryEvent),
  }),
  at: query({
    route: '/registry/at',
    summary: 'Which version an alias pointed to at a moment, or one after another on a day.',
    input: ofModel.extend({
      alias: aliasName.default('champion'),
      time: z.string().describe('A day such as 2026-02-03, or a moment in ISO 8601.'),
      timeZone: z.string().nullable().default(null).describe('IANA name, for a day and a moment without one; null: that of the system.'),
    }),
    output: z.object({ from: z.string(), until: z.string(), timeZone: z.string(), holders: z.array(aliasHolder) }),
  }),
  resolve: query({
    route: '/registry/resolve',
    summary: 'The file that a path, name, name@alias or name@version means; that of the registry is checked.',
    input: z.object({ reference: z.string().min(1) }),
    output: resolvedModel,
  }),
  verify: job({
    route: '/registry/verify',
    summary: 'Whether the kept files are still what was registered.',
    input: z.object({}),
    output: z.array(
      z.object({ model: z.string(), version: versionNumber, state: z.enum(['whole', 'changed', 'missing']), path: z.string() }),
    ),
  }),
};
