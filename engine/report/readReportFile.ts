import { readFile } from 'node:fs/promises';
import { driftReport, type DriftReport } from '#shared/domain/report.ts';
import { AppError } from '#shared/errors/AppError.ts';

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? `There is no file ${path}.` : `${path}: ${(error as Error).message}`;
    throw new AppError(missing ? 'E_FILE_NOT_FOUND' : 'E_FILE_NOT_READABLE', message, { subject: { path }, cause: error });
  }
}

/** Reads a report that was saved as JSON. Throws E_FILE_NOT_FOUND, E_FILE_NOT_READABLE and E_REPORT_UNREADABLE. */
export async function readReportFile(path: string): Promise<DriftReport> {
  const text = await textOf(path);
  const refused = (what: string): AppError =>
    new AppError('E_REPORT_UNREADABLE', `${path} is no report of Driftglass: ${what}`, { subject: { path } });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw refused(`it is not JSON (${(error as Error).message}).`);
  }
  const parsed = driftReport.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refused(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
}
