import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentSecurityPolicy } from '#shared/contentSecurityPolicy.ts';

export const pageScheme = 'app';
export const pageHost = 'bundle';
export const pageAddress = `${pageScheme}://${pageHost}/`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** The file an address of the page means; null for what lies outside its folder. */
export function pageFile(address: string, folder: string): string | null {
  const { host, pathname } = new URL(address);
  if (host !== pageHost) return null;
  try {
    const file = normalize(join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)));
    return file.startsWith(`${normalize(folder)}${sep}`) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}

/** Answers a request for a part of the built page. */
export async function servePageFile(address: string, folder: string): Promise<Response> {
  const file = pageFile(address, folder);
  const content = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || content === null) return new Response('not found', { status: 404 });
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    },
  });
}
