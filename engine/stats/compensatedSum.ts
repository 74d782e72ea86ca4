/**
 * A sum of doubles that keeps the digits that plain addition loses.
 *
 * Must be true: finite numbers, whose sum does not overflow.
 * Returns the sum to nearly the last digit, whatever the order.
 * Throws nothing.
 *
 * Source: A. Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen.
 */
export class CompensatedSum {
  private sum = 0;
  private rest = 0;

  add(value: number): void {
    const next = this.sum + value;
    this.rest += Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
  }

  get value(): number {
    return Number.isFinite(this.sum) ? this.sum + this.rest : this.sum;
  }
}
