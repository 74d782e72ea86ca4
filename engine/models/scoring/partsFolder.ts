import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#shared/errors/AppError.ts';

/** What was counted over the rows of the finished parts. */
export interface PartCounts {
  /** Column → missing values that the model was given something for. */
  readonly missing: Readonly<Record<string, number>>;
  /** Prediction column → values that are no finite number. */
  readonly notFinite: Readonly<Record<string, number>>;
}

/** Where a scoring that takes long keeps what is done, beside its output. */
export interface PartsFolder {
  readonly path: string;
  /** Finished parts that belong to exactly this work, when it was opened. */
  readonly done: number;
  /** What was counted over them. */
  readonly counts: PartCounts;
  /** Takes down that a part is finished and what was counted up to its end. */
  finish(part: string, counts: PartCounts): Promise<void>;
  /** The paths of all parts, in order. */
  parts(): readonly string[];
  /** Removes the folder: the work is done, or nothing is worth keeping. */
  remove(): Promise<void>;
}

interface Ledger {
  readonly work: unknown;
  readonly parts: readonly { readonly name: string; readonly bytes: number }[];
  readonly counts: PartCounts;
}

const fileName = 'work.json';
const nothing: PartCounts = { missing: {}, notFinite: {} };

async function readLedger(path: string): Promise<Ledger | null> {
  const text = await readFile(join(path, fileName), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Ledger;
  } catch {
    // Torn by a power cut: the work starts anew.
    return null;
  }
}

async function writeLedger(path: string, ledger: Ledger): Promise<void> {
  const file = await open(join(path, `${fileName}.tmp`), 'w');
  try {
    await file.writeFile(JSON.stringify(ledger, null, 2));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(join(path, `${fileName}.tmp`), join(path, fileName));
}

async function allThere(path: string, { parts }: Ledger): Promise<boolean> {
  const sizes = await Promise.all(parts.map(async ({ name }) => (await stat(join(path, name)).catch(() => null))?.size));
  return parts.every(({ bytes }, i) => sizes[i] === bytes);
}

const unwritable = (path: string, error: unknown): AppError =>
  new AppError('E_WRITE_FAILED', `${path} could not be written: ${(error as Error).message}.`, { subject: { path }, cause: error });

/** The ledger of this work: the one that is there if it is of the same work and whole, else a new one. */
async function openLedger(path: string, work: unknown): Promise<Ledger> {
  const found = await readLedger(path);
  const isSame = found !== null && JSON.stringify(found.work) === JSON.stringify(work);
  if (isSame && (await allThere(path, found))) return found;
  const ledger: Ledger = { work, parts: [], counts: nothing };
  await rm(path, { recursive: true, force: true });
  await mkdir(path);
  await writeLedger(path, ledger);
  return ledger;
}

/**
 * Opens the folder of a scoring. `work` says what is scored with what; parts of other work are thrown away, those of the
 * same work are kept to go on from. Throws E_WRITE_FAILED.
 */
export async function openPartsFolder(output: string, work: unknown): Promise<PartsFolder> {
  const path = `${output}.parts`;
  let ledger = await openLedger(path, JSON.parse(JSON.stringify(work))).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  return {
    path,
    done: ledger.parts.length,
    counts: ledger.counts,
    finish: async (part, counts) => {
      const added = { name: basename(part), bytes: (await stat(part)).size };
      ledger = { ...ledger, parts: [...ledger.parts, added], counts };
      await writeLedger(path, ledger).catch((error: unknown) => {
        throw unwritable(path, error);
      });
    },
    parts: () => ledger.parts.map(({ name }) => join(path, name)),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** Size and time of change of a file, which tell whether it is still the same. */
export async function fingerprint(path: string): Promise<{ path: string; bytes: number; changedMs: number }> {
  const { size, mtimeMs } = await stat(path);
  return { path, bytes: size, changedMs: mtimeMs };
}
