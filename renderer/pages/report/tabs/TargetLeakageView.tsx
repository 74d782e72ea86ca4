import { shareBar } from '#shared/charts/shareBar.ts';
import type { FeaturePower, TargetLeakageSection } from '#shared/domain/leakage.ts';
import {
  describeLeakage,
  hintWords,
  isTellingPowerChange,
  powerChangeText,
  powerText,
  sampledRowsSentence,
} from '#shared/text/describeLeakage.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { Plot } from '../../../components/Plot.tsx';
import styles from './Performance.module.css';
import own from './Relations.module.css';
import type { SectionViewProps } from './tab.ts';

/** How well each single feature predicts the target, the strongest first. */
export function TargetLeakageView({ report: { targetLeakage: section }, open }: SectionViewProps) {
  if (section === null) return null;
  return (
    <div className={styles.view} role="region" aria-label="Target leakage" tabIndex={0}>
      <div>
        <p className={styles.lead}>{describeLeakage(section)}</p>
        <p className={styles.note}>
          Predictive power: by how much the feature alone lowers the error of a guess of {section.target} from all other rows; 0 is no help,
          1 is perfect. {sampledRowsSentence(section)}
        </p>
      </div>
      {section.features.length > 0 && <Features section={section} open={open} />}
    </div>
  );
}

const bar = (feature: FeaturePower, side: 'reference' | 'current'): string =>
  feature[side] === null ? '' : shareBar(feature[side], side, 96);

function Features({ section, open }: { readonly section: TargetLeakageSection; readonly open: SectionViewProps['open'] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Features">
        <thead>
          <tr>
            <th scope="col">Feature</th>
            {(['reference', 'current'] as const).map((side) => (
              <th key={side} scope="colgroup" colSpan={2} className={`${own.text} ${styles[side]}`}>
                {side === 'reference' ? 'Reference' : 'Current'}
              </th>
            ))}
            <th scope="col">Change</th>
            <th scope="col" className={own.text}>
              Hint
            </th>
          </tr>
        </thead>
        <tbody>
          {section.features.map((feature) => (
            <tr key={feature.column}>
              <th scope="row">
                <button type="button" className={`${styles.link} ${own.name}`} onClick={() => open(feature.column)}>
                  <MiddleText text={feature.column} />
                </button>
              </th>
              {(['reference', 'current'] as const).flatMap((side) => [
                <td key={side}>{powerText(feature, side)}</td>,
                <td key={`${side}-bar`} className={styles[side]}>
                  <Plot svg={bar(feature, side)} />
                </td>,
              ])}
              <td className={isTellingPowerChange(feature) ? styles.worse : styles.quiet}>{powerChangeText(feature)}</td>
              <td className={`${own.text} ${styles.worse}`}>{hintWords[feature.hint]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
