/** What another system says where ours says something else on purpose, as docs/compat.md lists it. */
export interface Difference {
  readonly ours: string;
  readonly theirs: string;
  readonly why: string;
}
