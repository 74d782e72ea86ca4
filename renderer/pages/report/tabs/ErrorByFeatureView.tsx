import { useState } from 'react';
import { shareBar } from '#shared/charts/shareBar.ts';
import type { BiasSide, ErrorByFeature, FeatureErrors } from '#shared/domain/errorByFeature.ts';
import { binWords, describeErrorByFeature, sizeName, sizeText, whereWorst } from '#shared/text/describeErrorByFeature.ts';
import { formatCount, formatNumber, formatShare } from '#shared/text/formatNumber.ts';
import { Figure } from '../../../components/Figure.tsx';
import { MiddleText } from '../../../components/MiddleText.tsx';
import styles from './Performance.module.css';
import type { SectionViewProps } from './tab.ts';

const sides = ['reference', 'current'] as const;

/** How large errors are over the values of each feature: the features in a list, one of them with its bins. */
export function ErrorByFeatureView({ report: { errorByFeature }, open }: SectionViewProps) {
  const [name, setName] = useState<string | null>(null);
  if (errorByFeature === null) return null;
  const chosen = errorByFeature.features.find(({ feature }) => feature === name) ?? errorByFeature.features[0];
  return (
    <div className={styles.view} role="region" aria-label="Error by feature" tabIndex={0}>
      <p className={styles.lead}>{describeErrorByFeature(errorByFeature)}</p>
      {chosen !== undefined && (
        <>
          <Features result={errorByFeature} chosen={chosen.feature} choose={setName} />
          <Bins result={errorByFeature} feature={chosen} open={open} />
        </>
      )}
    </div>
  );
}

interface FeaturesProps {
  readonly result: ErrorByFeature;
  readonly chosen: string;
  readonly choose: (feature: string) => void;
}

function Features({ result, chosen, choose }: FeaturesProps) {
  return (
    <div className={styles.list}>
      <table className={styles.table} aria-label="Features">
        <thead>
          <tr>
            <th scope="col">Feature</th>
            <th scope="col" title="Mean over the rows of how far the change in their bin is from the change over all rows">
              Unevenness of the change
            </th>
            <th scope="col" className={styles.words}>
              Where it rose most
            </th>
          </tr>
        </thead>
        <tbody>
          {result.features.map((feature) => (
            <tr key={feature.feature} className={feature.feature === chosen ? styles.chosen : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  aria-pressed={feature.feature === chosen}
                  onClick={() => choose(feature.feature)}
                >
                  <MiddleText text={feature.feature} />
                </button>
              </th>
              <td>{sizeText(result, feature.unevenness)}</td>
              <td className={styles.words}>{whereWorst(result, feature)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.moreFeatures > 0 && <p className={styles.note}>{formatCount(result.moreFeatures)} more features are left out.</p>}
    </div>
  );
}

interface BinsProps {
  readonly result: ErrorByFeature;
  readonly feature: FeatureErrors;
  readonly open: (column: string) => void;
}

function Bins({ result, feature, open }: BinsProps) {
  const largest = Math.max(0, ...feature.bins.flatMap((bin) => sides.map((side) => bin[side]?.meanSize ?? 0)));
  return (
    <div className={styles.scroll}>
      <h2 className={styles.heading}>
        <button type="button" className={styles.link} title="Show the column" onClick={() => open(feature.feature)}>
          {feature.feature}
        </button>
      </h2>
      <table className={styles.table} aria-label={`Errors by ${feature.feature}`}>
        <thead>
          <tr>
            <th scope="col">Where it is</th>
            {sides.map((side) => (
              <th key={side} scope="colgroup" colSpan={3} className={styles[side]}>
                {side}: share of rows, {sizeName(result)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {feature.bins.map((each) => (
            <tr key={JSON.stringify(each.bin)}>
              <th scope="row">{binWords(each.bin)}</th>
              {sides.map((side) => {
                const found = each[side];
                const size = found?.meanSize ?? null;
                return [
                  <td key={`${side} share`}>{found === null ? '–' : formatShare(found.share ?? 0)}</td>,
                  <td key={`${side} size`}>{sizeText(result, size)}</td>,
                  <td key={`${side} bar`}>
                    {size !== null && largest > 0 && <Figure svg={shareBar(size / largest, side, 90)} side={side} />}
                  </td>,
                ];
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Bias feature={feature} />
    </div>
  );
}

function said(value: BiasSide['majority'] | undefined): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'number' ? formatNumber(value) : value;
}

function Bias({ feature: { feature, kind, bias } }: Pick<BinsProps, 'feature'>) {
  if (bias.reference === null && bias.current === null) return null;
  return (
    <table className={styles.table} aria-label={`${feature} where errors are lowest and highest`}>
      <thead>
        <tr>
          <th scope="col">{kind === 'numeric' ? 'Mean' : 'Most common value'}</th>
          <th scope="col">Underestimated rows</th>
          <th scope="col">Between</th>
          <th scope="col">Overestimated rows</th>
          <th scope="col">Distance</th>
        </tr>
      </thead>
      <tbody>
        {sides.map((side) => (
          <tr key={side}>
            <th scope="row" className={styles[side]}>
              {side}
            </th>
            <td>{said(bias[side]?.underestimated)}</td>
            <td>{said(bias[side]?.majority)}</td>
            <td>{said(bias[side]?.overestimated)}</td>
            <td>{bias[side]?.range == null ? '–' : formatShare(bias[side].range)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
