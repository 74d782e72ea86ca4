import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { modelCard, type ModelCard } from '#shared/domain/modelCard.ts';
import type { CardState } from '#shared/domain/registry.ts';
import { AppError } from '#shared/errors/AppError.ts';
import { writeFileAtomically } from '../../report/atomicWrite.ts';
import { makeFolder } from '../makeFolder.ts';
import { readYaml } from '../readYaml.ts';

const largestCard = 256 * 1024;

/** Reads a model card. Throws E_CARD_INVALID with the line. */
export function readCard(text: string): ModelCard {
  if (Buffer.byteLength(text) > largestCard) throw new AppError('E_CARD_INVALID', 'The model card is larger than 256 kB.');
  return readYaml(text, { schema: modelCard, code: 'E_CARD_INVALID', what: 'the model card' });
}

/** The JSON schema (draft 2020-12) that every model card keeps to, for editors. */
export function cardJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(modelCard, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: 'urn:driftglass:model-card:1', title: 'Driftglass model card', ...schema };
}

/** The cards of a registry: one YAML file a version, to be read and edited by hand. */
export interface Cards {
  read(model: string, version: number, recorded: string | null): Promise<CardState>;
  write(model: string, version: number, text: string): Promise<void>;
}

function understand(text: string): Pick<CardState, 'card' | 'problem'> {
  try {
    return { card: readCard(text), problem: null };
  } catch (error) {
    if (error instanceof AppError) return { card: null, problem: error.message };
    throw error;
  }
}

export function openCards(folder: string): Cards {
  const cards = join(folder, 'cards');
  const pathOf = (model: string, version: number): string => join(cards, `${model}@${version}.yaml`);
  return {
    read: async (model, version, recorded) => {
      const path = pathOf(model, version);
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw new AppError('E_FILE_NOT_READABLE', `${path} cannot be read: ${error.message}`, { subject: { path }, cause: error });
      });
      return { path, text, changedByHand: text !== recorded, ...(text === null ? { card: null, problem: null } : understand(text)) };
    },
    write: async (model, version, text) => {
      await makeFolder(cards);
      await writeFileAtomically(pathOf(model, version), text);
    },
  };
}
