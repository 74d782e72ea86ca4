/** How a drift method is written in tables and sentences. */
export interface MethodName {
  /** For a narrow table cell. */
  readonly short: string;
  /** Begins a sentence after "The". */
  readonly subject: string;
  /** Follows the score, with a leading space; empty for a plain number. */
  readonly unit: string;
}

const names: Readonly<Record<string, MethodName>> = {
  ks: { short: 'Kolmogorov-Smirnov', subject: 'Kolmogorov-Smirnov test', unit: '' },
  wasserstein: { short: 'Wasserstein', subject: 'Wasserstein distance', unit: ' reference standard deviations' },
  psi: { short: 'PSI', subject: 'population stability index', unit: '' },
  'jensen-shannon': { short: 'Jensen-Shannon', subject: 'Jensen-Shannon distance', unit: '' },
  'kl-divergence': { short: 'Kullback-Leibler', subject: 'Kullback-Leibler divergence', unit: '' },
  hellinger: { short: 'Hellinger', subject: 'Hellinger distance', unit: '' },
  'total-variation': { short: 'Total variation', subject: 'total variation distance', unit: '' },
  'l-infinity': { short: 'L-infinity', subject: 'L-infinity distance', unit: '' },
  'energy-distance': { short: 'Energy', subject: 'energy distance', unit: '' },
  'chi-square': { short: 'Chi-square', subject: 'chi-square test', unit: '' },
  'g-test': { short: 'G test', subject: 'G test', unit: '' },
  z: { short: 'Z (proportions)', subject: 'z test of two proportions', unit: '' },
  'fisher-exact': { short: 'Fisher’s exact', subject: 'exact test of Fisher', unit: '' },
  'anderson-darling': { short: 'Anderson-Darling', subject: 'Anderson-Darling test', unit: '' },
  'cramer-von-mises': { short: 'Cramér-von Mises', subject: 'Cramér-von Mises test', unit: '' },
  'epps-singleton': { short: 'Epps-Singleton', subject: 'Epps-Singleton test', unit: '' },
  'mann-whitney': { short: 'Mann-Whitney', subject: 'Mann-Whitney test', unit: '' },
  mmd: { short: 'MMD', subject: 'maximum mean discrepancy', unit: '' },
  'text-classifier-test': { short: 'Text classifier, p', subject: 'classifier of words', unit: '' },
  'text-classifier-auc': { short: 'Text classifier, AUC', subject: 'area under the ROC curve of a classifier of words', unit: '' },
  't-test': { short: 'Student’s t', subject: 't test', unit: '' },
};

/** The names of a method; an unknown id stands for itself. */
export function methodName(id: string): MethodName {
  return (Object.hasOwn(names, id) ? names[id] : undefined) ?? { short: id, subject: id, unit: '' };
}

/** Every method that has a name, for the test that keeps this list and the registry equal. */
export const namedMethods: readonly string[] = Object.keys(names);
