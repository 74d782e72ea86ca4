import { defineCorrelationCheck } from '../correlationCheck.ts';

/** The strongest correlation between two features. */
export const highlyCorrelatedColumns = defineCorrelationCheck({
  id: 'highly-correlated-columns',
  label: 'Highly correlated columns',
  what: 'The strongest correlation between features',
  roles: ['feature', 'feature'],
});
