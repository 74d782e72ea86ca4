import type { GateOutcome } from '#shared/domain/gate.ts';
import type { AliasHolder, RegistryEvent } from '#shared/domain/registry.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { findModel, findVersion, type VersionRecord } from './findVersion.ts';
import { earlierHolderOf, holderOf, holdersBetween, type ModelRecord } from './foldRegistry.ts';
import type { RegistryParts, Signature } from './registryParts.ts';

/** An alias that is to point to a version. */
export interface AliasChange {
  readonly name: string;
  readonly version: number;
  readonly alias: string;
}

/** The outcome of a gate for an alias, and the version that held the alias when it was asked. */
export interface Decision extends AliasChange {
  readonly holder: number | null;
  readonly outcome: GateOutcome;
  /** Whether a failure is overridden; the reason is the `why` of the signature. */
  readonly override: boolean;
}

export interface AliasOperations {
  /** Points an alias to a version; false where it does so already. */
  setAlias(change: AliasChange, signature: Signature): Promise<boolean>;
  removeAlias(name: string, alias: string, signature: Signature): Promise<void>;
  /** Points an alias to where it pointed before its last change; once more goes back further. */
  rollBack(name: string, alias: string, signature: Signature): Promise<{ from: number | null; to: number }>;
  /** Records what a gate found, and sets the alias where it may, in one event: both happen or neither. */
  decide(decision: Decision, signature: Signature): Promise<RegistryEvent>;
  /** Who held an alias between two moments (ISO 8601 in UTC). */
  holders(name: string, alias: string, from: string, until: string): Promise<AliasHolder[]>;
}

function whatOf({ model, version }: VersionRecord): string {
  return `${model}@${version}`;
}

function earlier(model: ModelRecord, alias: string): { from: number | null; to: number } {
  const to = earlierHolderOf(model, alias);
  if (to !== null) return { from: holderOf(model, alias), to };
  const why = model.trails.has(alias) ? `pointed to no version before this one` : 'was never set';
  throw new AppError('E_MODEL_NO_EARLIER', `The alias ${alias} of ${model.name} ${why}.`);
}

export function aliasOperations({ state, record, files }: RegistryParts): AliasOperations {
  const verify = async (name: string, version: number): Promise<void> => {
    const found = findVersion(findModel(await state(), name), version);
    await files.verified(found.sha256, whatOf(found));
  };
  return {
    setAlias: async ({ name, version, alias }, signature) => {
      await verify(name, version);
      const event = await record(name, signature, (now) => {
        const from = holderOf(findModel(now, name), alias);
        return from === version ? null : { kind: 'alias-set', version, alias, from };
      });
      return event !== null;
    },
    removeAlias: async (name, alias, signature) => {
      await record(name, signature, (now) => {
        const from = holderOf(findModel(now, name), alias);
        if (from === null) throw new AppError('E_MODEL_UNKNOWN', `${name} has no alias ${alias}.`);
        return { kind: 'alias-removed', alias, from };
      });
    },
    rollBack: async (name, alias, signature) => {
      const asked = earlier(findModel(await state(), name), alias);
      await verify(name, asked.to);
      await record(name, signature, (now) => {
        const step = earlier(findModel(now, name), alias);
        if (step.to !== asked.to || step.from !== asked.from) {
          throw new AppError('E_MODEL_MOVED', `The alias ${alias} of ${name} was changed by somebody else in this moment.`);
        }
        return { kind: 'rolled-back', version: step.to, alias, from: step.from };
      });
      return asked;
    },
    decide: async ({ name, version, alias, holder, outcome, override }, signature) => {
      await verify(name, version);
      const event = await record(name, signature, (now) => {
        const from = holderOf(findModel(now, name), alias);
        const kind = outcome.passed ? 'promoted' : override ? 'overridden' : 'refused';
        if (kind !== 'refused' && from !== holder) {
          const was = holder === null ? 'no version' : `version ${holder}`;
          const message = `The gate compared with ${was}, and ${alias} of ${name} was pointed elsewhere in the meantime.`;
          throw new AppError('E_MODEL_MOVED', message);
        }
        return { kind, version, alias, from, outcome };
      });
      return event!;
    },
    holders: async (name, alias, from, until) => holdersBetween(findModel(await state(), name), alias, from, until),
  };
}
