import { z } from 'zod';
import { gateOutcome } from './gate.ts';
import { modelCard } from './modelCard.ts';
import { modelInfo, scoringSettings } from './model.ts';

/** The name of a model: letters, digits, `.`, `_` and `-`, beginning with a letter or digit. */
export const registeredName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
  error: 'is no name of a model: it begins with a letter or digit, and letters, digits, ".", "_" and "-" follow, 100 at most',
});

/** A name that points to one version. `latest` is taken: it is always the newest version. */
export const aliasName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,49}$/, {
    error: 'is no alias: it begins with a letter, and letters, digits, "_" and "-" follow, 50 at most',
  })
  .refine((name) => name !== 'latest', { error: 'cannot be set: latest is always the newest version' });

export const versionNumber = z.int().min(1);

/** Why something was done, in the words of who did it. */
const reason = z.string().max(2000);

/** Data that belong to a version, as they were when it was registered. */
export const registeredData = z.object({
  path: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.int().nonnegative(), sha256: z.string() })),
});
export type RegisteredData = z.infer<typeof registeredData>;

export const tagName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, {
  error: 'is no name of a tag: letters, digits, ".", "_", ":" and "-", 100 at most',
});
export const tags = z.record(tagName, z.string().max(2000));

const common = z.object({
  formatVersion: z.literal(1),
  sequence: z.int().min(1).describe('Counts the events of the registry from 1.'),
  previous: z.string().describe('SHA-256 of the line before; empty for the first.'),
  id: z.string().describe('Tells two writers of the same moment apart.'),
  at: z.iso.datetime().describe('When, by the clock of who wrote it.'),
  by: z.string(),
  why: reason,
  model: registeredName,
});

const version = versionNumber;
const from = versionNumber.nullable().describe('The version the alias pointed to before; null: none.');

const details = [
  z.object({
    kind: z.literal('registered'),
    version,
    info: modelInfo,
    source: z.string().describe('The path it was registered from.'),
    scoring: scoringSettings,
    reference: registeredData.nullable(),
    tags,
    card: z.string().nullable(),
  }),
  z.object({ kind: z.literal('alias-set'), version, alias: aliasName, from }),
  z.object({ kind: z.literal('alias-removed'), alias: aliasName, from }),
  z.object({ kind: z.literal('rolled-back'), version, alias: aliasName, from }),
  z.object({ kind: z.literal('promoted'), version, alias: aliasName, from, outcome: gateOutcome }),
  z.object({ kind: z.literal('refused'), version, alias: aliasName, from, outcome: gateOutcome }),
  z.object({
    kind: z.literal('overridden'),
    version,
    alias: aliasName,
    from,
    outcome: gateOutcome.describe('What failed; `why` is the reason of the override.'),
  }),
  z.object({ kind: z.literal('tag-set'), version, tag: tagName, value: z.string().max(2000) }),
  z.object({ kind: z.literal('tag-removed'), version, tag: tagName }),
  z.object({ kind: z.literal('card-set'), version, card: z.string() }),
] as const;

/** What happened, without when and by whom. */
export const registryChange = z.discriminatedUnion('kind', details);
export type RegistryChange = z.infer<typeof registryChange>;
export type RegistryChangeKind = RegistryChange['kind'];

/** One line of the history. */
export const registryEvent = z.intersection(common, registryChange);
export type RegistryEvent = z.infer<typeof registryEvent>;

/** Which way an alias came to point to a version; only two of them asked a gate. */
export const aliasWay = z.enum(['alias-set', 'promoted', 'overridden', 'rolled-back']);
export type AliasWay = z.infer<typeof aliasWay>;

/** An alias and the version it points to. */
export const modelAlias = z.object({
  alias: z.string(),
  version: versionNumber,
  since: z.string(),
  by: z.string(),
  why: z.string(),
  way: aliasWay.describe('promoted: a gate passed; overridden: a gate failed; else no gate was asked.'),
});
export type ModelAlias = z.infer<typeof modelAlias>;

/** One version of a registered model. */
export const modelVersion = z.object({
  model: z.string(),
  version: versionNumber,
  registeredAt: z.string(),
  by: z.string(),
  why: z.string(),
  source: z.string(),
  sha256: z.string().describe('Of the kept file.'),
  bytes: z.int().nonnegative(),
  info: modelInfo.describe('`path` is where the registry keeps the file.'),
  aliases: z.array(z.string()),
  tags,
  scoring: scoringSettings.describe('How data are given to it when nothing else is said.'),
  reference: registeredData.nullable(),
  hasCard: z.boolean(),
});
export type ModelVersion = z.infer<typeof modelVersion>;

/** A model with what one sees of it in a list. */
export const registeredModel = z.object({
  name: z.string(),
  numberOfVersions: z.int().min(1),
  latest: versionNumber,
  aliases: z.array(modelAlias),
  changedAt: z.string(),
});
export type RegisteredModel = z.infer<typeof registeredModel>;

/** Which version an alias pointed to, and for how long. */
export const aliasHolder = z.object({
  version: versionNumber.nullable().describe('null: nobody.'),
  since: z.string().nullable().describe('null: from the beginning.'),
  until: z.string().nullable().describe('null: until now.'),
  by: z.string().nullable(),
  why: z.string().nullable(),
});
export type AliasHolder = z.infer<typeof aliasHolder>;

/** The card of a version: its text as it stands in the file, and what is wrong with it. */
export const cardState = z.object({
  path: z.string(),
  text: z.string().nullable(),
  changedByHand: z.boolean().describe('The file is not what the registry wrote last.'),
  card: modelCard.nullable().describe('What the text says; null without a text, or where it is no card.'),
  problem: z.string().nullable().describe('Why the text is no card; null: it is one.'),
});
export type CardState = z.infer<typeof cardState>;

/** A reference to a model, settled: a file, or a version of the registry whose file was verified. */
export const resolvedModel = z.object({
  reference: z.string(),
  path: z.string(),
  name: z.string(),
  version: versionNumber.nullable().describe('null: a file that is not of the registry.'),
  sha256: z.string().nullable().describe('Of the verified file; null for a file that is not of the registry.'),
  scoring: scoringSettings.nullable().describe('How data are given to it when nothing else is said; null for a file.'),
});
export type ResolvedModel = z.infer<typeof resolvedModel>;
