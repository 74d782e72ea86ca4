import type { contract } from '../contract/index.ts';

/** Names of the operations, and which are jobs: all a caller needs, without the schemas. */
export type Shape = Readonly<Record<string, Readonly<Record<string, 'query' | 'job'>>>>;

type ShapeOf<C> = { readonly [S in keyof C]: { readonly [O in keyof C[S]]: 'query' | 'job' } };

export const contractShape = {
  datasets: { inspect: 'job', saveRows: 'job', page: 'query' },
  engine: { status: 'query', methods: 'query' },
  explanations: { row: 'job', model: 'job', drift: 'job', robustness: 'job', render: 'query' },
  models: { inspect: 'job', score: 'job', scoreFolder: 'job' },
  registry: {
    list: 'query',
    get: 'query',
    register: 'job',
    setAlias: 'query',
    removeAlias: 'query',
    rollback: 'query',
    tryGate: 'job',
    promote: 'job',
    compare: 'job',
    replay: 'job',
    setTag: 'query',
    readCard: 'query',
    writeCard: 'query',
    history: 'query',
    at: 'query',
    resolve: 'query',
    verify: 'job',
  },
  reports: {
    create: 'job',
    list: 'query',
    get: 'query',
    remove: 'query',
    restore: 'query',
    render: 'query',
    changes: 'query',
    renderChanges: 'query',
    save: 'query',
  },
  suites: {
    list: 'query',
    read: 'query',
    write: 'query',
    check: 'query',
    run: 'query',
    last: 'query',
    freeze: 'query',
    accept: 'query',
    render: 'query',
    save: 'query',
  },
  training: { train: 'job' },
  workspace: { get: 'query', update: 'query', openSample: 'job' },
} as const satisfies ShapeOf<typeof contract>;
