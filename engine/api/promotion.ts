import type { Api } from '#shared/contract/index.ts';
import type { Suite } from '#shared/domain/suite.ts';
import type { Gate, GateOutcome } from '#shared/domain/gate.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { known } from '../checks/planChecks.ts';
import { presets } from '../checks/presets.ts';
import { readSuite } from '../checks/suiteFile.ts';
import type { JobContext } from '../jobs/pacer.ts';
import { readGate } from '../signOff/readGate.ts';
import { runGate, type GateRequest } from '../signOff/runGate.ts';
import type { PathGuard } from '../store/pathGuard.ts';
import { readCard } from '../store/registry/cards.ts';
import { findModel } from '../store/registry/findVersion.ts';
import { holderOf } from '../store/registry/foldRegistry.ts';
import type { ModelRegistry } from '../store/registry/modelRegistry.ts';
import type { Signature } from '../store/registry/registryParts.ts';

interface PromotionParts {
  readonly open: () => Promise<ModelRegistry>;
  readonly guard: PathGuard;
  readonly sign: (given: { by: string | null; why: string }) => Signature;
  readonly detailOf: (registry: ModelRegistry, name: string) => Promise<Awaited<ReturnType<Api['registry']['get']>>>;
}

type SignOff = Parameters<Api['registry']['tryGate']>[0];

function suiteOf(gate: Gate, text: string | null): Suite | null {
  if (gate.suite === undefined) return null;
  const { file, presets: named = [] } = gate.suite;
  if (file !== undefined && text === null)
    throw new AppError('E_GATE_INVALID', `The gate asks for the suite ${file}, which was not given.`);
  if (file === undefined && named.length === 0)
    throw new AppError('E_GATE_INVALID', 'The suite of the gate names neither a file nor presets.');
  for (const id of named) known(presets, id, 'preset');
  const suite = file === undefined || text === null ? {} : readSuite(text);
  return { ...suite, presets: [...new Set([...(suite.presets ?? []), ...named])] };
}

async function cardOf(registry: ModelRegistry, name: string, version: number): Promise<GateRequest['card']> {
  const { text, problem } = await registry.readCard(name, version);
  return { parts: text === null || problem !== null ? null : { ...readCard(text) }, problem };
}

interface Asked {
  readonly outcome: GateOutcome;
  readonly holder: number | null;
}

async function ask(registry: ModelRegistry, guard: PathGuard, input: SignOff, context: JobContext): Promise<Asked> {
  const { name, version, alias, gate: gateText, suite, reference, current } = input;
  const gate = readGate(gateText);
  for (const source of [reference, current]) if (source !== null) await guard.read(source.path);
  const candidate = await registry.resolve({ name, alias: null, version });
  const holder = holderOf(findModel(await registry.state(), name), alias);
  const request: GateRequest = {
    gate,
    gateText,
    suite: suiteOf(gate, suite),
    candidate,
    holder: holder === null ? null : await registry.resolve({ name, alias: null, version: holder }),
    card: await cardOf(registry, name, version),
    reference,
    current,
  };
  return { outcome: await runGate(request, context), holder };
}

/** The operations that sign versions off. */
export function promotionApi({ open, guard, sign, detailOf }: PromotionParts): Pick<Api['registry'], 'tryGate' | 'promote'> {
  return {
    tryGate: async (input, context) => (await ask(await open(), guard, input, context)).outcome,
    promote: async ({ override, by, why, ...input }, context) => {
      const registry = await open();
      const { outcome, holder } = await ask(registry, guard, input, context);
      const { name, version, alias } = input;
      const overridden = !outcome.passed && override !== null;
      const decision = { name, version, alias, holder, outcome, override: overridden };
      await registry.decide(decision, sign({ by, why: overridden ? override : why }));
      return { promoted: outcome.passed || overridden, overridden, outcome, model: await detailOf(registry, name) };
    },
  };
}
