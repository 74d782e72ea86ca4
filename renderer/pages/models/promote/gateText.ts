/** A gate to begin with, on what the workspace knows. */
export function firstGate(target: string | null): string {
  const metrics =
    target === null
      ? ''
      : `target: ${JSON.stringify(target)}
metrics:
  # At most 2 % worse than the version in use.
  - { metric: mae, againstHolder: { ratioAtMost: 1.02 } }
`;
  return `name: Sign-off
${metrics}signature: compatible
latency:
  row: 5 # milliseconds
card: [purpose, owner]
`;
}
