import { AppError, fromWire } from '#shared/errors/AppError.ts';
import type { DroppedFile, Host, SavableReport } from '#shared/host.ts';

/** Gives a file to the workbench's own server, on this machine, and learns the path it has there. */
async function upload(file: File): Promise<string> {
  let response: Response;
  try {
    response = await fetch(`/files/${encodeURIComponent(file.name)}`, { method: 'PUT', body: file });
  } catch (cause) {
    throw new AppError('E_FILE_NOT_READABLE', `${file.name} could not be handed to the engine.`, { cause });
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw fromWire(answer ?? { code: 'E_INTERNAL', message: `The server answered ${response.status}.` });
  return (answer as { path: string }).path;
}

async function pathsOf(files: readonly DroppedFile[]): Promise<string[]> {
  const paths: string[] = [];
  for (const file of files) if (file instanceof File) paths.push(await upload(file));
  return paths;
}

const accepted = { data: '.parquet,.pq,.csv,.tsv,.json,.jsonl,.ndjson,.gz', model: '.onnx' } as const;

function chooseFiles(what: 'data' | 'model'): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = what === 'data';
  input.accept = accepted[what];
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}

function download(report: SavableReport): void {
  const url = URL.createObjectURL(new Blob([report.content], { type: report.mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = report.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The workbench in a browser tab: files are copied to the local server, reports are downloaded. */
export function browserHost(): Host {
  return {
    kind: 'browser',
    pickData: async ({ what = 'data' }) => pathsOf(await chooseFiles(what)),
    pathsOf,
    saveReport: (report) => {
      download(report);
      return Promise.resolve({ where: `${report.fileName} in the downloads folder` });
    },
    openLink: (url) => {
      window.open(url, '_blank', 'noopener');
      return Promise.resolve();
    },
    reveal: () => Promise.resolve(false),
    onOpenFiles: () => () => undefined,
    onMenu: () => () => undefined,
  };
}
