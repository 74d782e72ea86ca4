/** What a benchmark found: its cost as a ratio to a yardstick run beside it, or a figure as a share of its bound. */
export interface BenchmarkResult {
  readonly name: string;
  readonly ratio: number;
  readonly target: number;
  readonly ok: boolean;
  readonly figures: Readonly<Record<string, number | string>>;
}

/** One benchmark: a file in this folder that exports `benchmark`. */
export interface Benchmark {
  readonly name: string;
  readonly summary: string;
  run(): Promise<BenchmarkResult>;
}
