import { shareBar } from '#shared/charts/shareBar.ts';
import { sparkline } from '#shared/charts/sparkline.ts';
import type { DescriptorDrift, TellingWord, TextColumn } from '#shared/domain/text.ts';
import {
  contentNote,
  descriptorNames,
  descriptorScore,
  descriptorText,
  descriptorVerdict,
  describeTextDrift,
  shownWord,
  textVerdict,
} from '#shared/text/describeText.ts';
import { formatShare } from '#shared/text/formatNumber.ts';
import { methodName } from '#shared/text/methodNames.ts';
import { Figure } from '../../../components/Figure.tsx';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { ToneMark } from '../../../components/ToneMark.tsx';
import shared from './Performance.module.css';
import styles from './TextDrift.module.css';
import type { SectionViewProps } from './tab.ts';

const sides = ['reference', 'current'] as const;

/** What changed in columns of free text: telling words, and numbers read off each text. */
export function TextDriftView({ report: { textDrift }, open }: SectionViewProps) {
  if (textDrift === null) return null;
  return (
    <div className={shared.view} role="region" aria-label="Text drift" tabIndex={0}>
      <p className={shared.lead}>{describeTextDrift(textDrift)}</p>
      {textDrift.columns.map((text) => (
        <Text key={text.column} text={text} open={open} />
      ))}
    </div>
  );
}

function Text({ text, open }: { readonly text: TextColumn; readonly open: SectionViewProps['open'] }) {
  const { content, column } = text;
  const { tone, word } = textVerdict(text);
  return (
    <section aria-label={`Texts of ${column}`}>
      <div className={styles.head}>
        <button type="button" className={styles.name} onClick={() => open(column)}>
          <MiddleText text={column} />
        </button>
        <ToneMark tone={tone} word={word} />
      </div>
      <p className={shared.note}>{content === null ? text.sentence : contentNote(text)}</p>
      {content !== null && (
        <div className={styles.words}>
          <Words caption="In more texts than before" words={content.more} />
          <Words caption="In fewer texts than before" words={content.less} />
        </div>
      )}
      <Descriptors descriptors={text.descriptors} />
    </section>
  );
}

function Words({ caption, words }: { readonly caption: string; readonly words: readonly TellingWord[] }) {
  return (
    <div className={shared.scroll}>
      <h2 className={shared.heading}>{caption}</h2>
      {words.length === 0 ? (
        <p className={shared.note}>No word tells.</p>
      ) : (
        <table className={`${shared.table} ${styles.list}`} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">Word</th>
              <th scope="col" className={shared.reference}>
                Texts of reference
              </th>
              <th aria-hidden />
              <th scope="col" className={shared.current}>
                Texts of current
              </th>
              <th aria-hidden />
            </tr>
          </thead>
          <tbody>
            {words.map(({ word, referenceShare, currentShare }) => (
              <tr key={word}>
                <th scope="row">
                  <bdi title={word}>{shownWord(word)}</bdi>
                </th>
                <td>{formatShare(referenceShare)}</td>
                <td>
                  <Figure svg={shareBar(referenceShare, 'reference', 64)} side="reference" />
                </td>
                <td>{formatShare(currentShare)}</td>
                <td>
                  <Figure svg={shareBar(currentShare, 'current', 64)} side="current" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Descriptors({ descriptors }: { readonly descriptors: readonly DescriptorDrift[] }) {
  return (
    <div className={shared.scroll}>
      <table className={shared.table} aria-label="Numbers read off each text">
        <thead>
          <tr>
            <th scope="col">Mean of</th>
            {sides.map((side) => (
              <th key={side} scope="col" className={shared[side]} colSpan={2}>
                {side === 'reference' ? 'Reference' : 'Current'}
              </th>
            ))}
            <th scope="col">Method</th>
            <th scope="col">Score</th>
            <th scope="col">Threshold</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {descriptors.map((each) => (
            <Descriptor key={each.descriptor} each={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Descriptor({ each }: { readonly each: DescriptorDrift }) {
  const [score, threshold] = descriptorScore(each);
  const { tone, word } = descriptorVerdict(each);
  return (
    <tr title={each.sentence}>
      <th scope="row">{descriptorNames[each.descriptor]}</th>
      {sides.map((side) => (
        <Side key={side} each={each} side={side} />
      ))}
      <td>{each.method === null ? '–' : methodName(each.method).short}</td>
      <td>{score}</td>
      <td className={shared.quiet}>{threshold}</td>
      <td>
        <ToneMark tone={tone} word={word} />
      </td>
    </tr>
  );
}

function Side({ each, side }: { readonly each: DescriptorDrift; readonly side: (typeof sides)[number] }) {
  return (
    <>
      <td>
        <Figure svg={sparkline(each.histogram, side)} side={side} />
      </td>
      <td>{descriptorText(each, each[side])}</td>
    </>
  );
}
