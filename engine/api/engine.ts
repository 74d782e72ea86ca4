import type { Api } from '#shared/contract/index.ts';
import { version } from '#shared/version.ts';
import { databaseVersion } from '../data/databaseVersion.ts';
import { driftMethods } from '../drift/methods.ts';

type Host = Awaited<ReturnType<Api['engine']['status']>>['host'];

export function engineApi({ host }: { host: Host }): Api['engine'] {
  return {
    status: async () => ({
      version,
      database: databaseVersion(),
      processId: process.pid,
      residentBytes: process.memoryUsage.rss(),
      host,
    }),
    methods: async () =>
      driftMethods.all.map(({ id, label, aliases, appliesTo, verdict, summary }) => ({
        id,
        label,
        aliases: [...aliases],
        appliesTo: [...appliesTo],
        decidesOn: verdict.on,
        threshold: verdict.threshold,
        summary,
      })),
  };
}
