import { Button, Tabs } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AppError } from '#shared/errors/AppError.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MiddleText } from '../../components/MiddleText.tsx';
import { ToneMark } from '../../components/ToneMark.tsx';
import { changeQuery, useRoute } from '../../state/route.ts';
import { pickModel } from '../../state/openModel.ts';
import { detailTabs } from './detailTabs.ts';
import styles from './Models.module.css';
import { modelFacts, modelVerdict, type DetailProps, type Inspected, type ModelSubject } from './modelView.ts';
import { ScoreDialog } from './score/ScoreDialog.tsx';
import { useInspectedModel, useTriedSide } from './useInspectedModel.ts';

interface Props {
  readonly title: string;
  /** What stands beside the title. */
  readonly beside?: ReactNode;
  /** A line below the facts. */
  readonly below?: ReactNode;
  readonly subject: ModelSubject;
  /** More that can be done, beside scoring. */
  readonly menu: ReactNode;
  /** What else helps where the model cannot be opened. */
  readonly ways: ReactNode;
}

/** All of one model: whether it can be run, what it is, how the chosen data fill it. */
export function ModelDetail({ title, beside, below, subject, menu, ways }: Props) {
  const { data, error, pending, retry } = useInspectedModel(subject);
  return (
    <section className={styles.detail} aria-label={title} aria-busy={pending}>
      <header className={styles.head}>
        <div className={styles.headLine}>
          <h1 className={styles.title}>
            <MiddleText text={title} />
          </h1>
          {beside}
          <span className={styles.spring} />
          <div className={styles.headActions}>
            {data !== null && data.refused === null && error === null && (
              <Button leftSection={<IconPlayerPlay size={14} />} onClick={() => changeQuery({ score: 'yes' })}>
                Score data…
              </Button>
            )}
            {menu}
          </div>
        </div>
        {data !== null && error === null && <HeadFacts found={data} />}
        {data === null && error === null && <p className={styles.facts}>Opening…</p>}
        {below}
      </header>
      {error !== null && (
        <ErrorNotice error={error} doing="Opening the model" retry={retry}>
          <Button variant="default" onClick={() => void pickModel()}>
            Choose another…
          </Button>
          {ways}
        </ErrorNotice>
      )}
      {error === null && data !== null && <Body title={title} found={data} subject={subject} pending={pending} />}
    </section>
  );
}

function HeadFacts({ found }: { readonly found: Inspected }) {
  const { side } = useTriedSide();
  const { tone, word } = modelVerdict(found, side);
  return (
    <div className={styles.facts}>
      <ToneMark tone={tone} word={word} />
      {modelFacts(found).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </div>
  );
}

function Body({ title, found, subject, pending }: DetailProps & Pick<Props, 'title'>) {
  const { query } = useRoute();
  const tabs = detailTabs.filter(({ registered }) => registered === undefined || subject.registered !== null);
  const shown = tabs.find(({ id }) => id === query['view']) ?? detailTabs[0];
  return (
    <>
      {found.refused !== null && <ErrorNotice error={new AppError('E_MODEL_UNSUPPORTED', found.refused)} />}
      <Tabs
        className={styles.tabs}
        classNames={{ list: styles.tabList, tab: styles.tab, panel: styles.panel }}
        value={shown.id}
        onChange={(next) => changeQuery({ view: next === null || next === detailTabs[0].id ? '' : next })}
      >
        <Tabs.List aria-label="Parts of the model">
          {tabs.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ id, View }) => (
          <Tabs.Panel key={id} value={id}>
            {id === shown.id && <View found={found} subject={subject} pending={pending} />}
          </Tabs.Panel>
        ))}
      </Tabs>
      <ScoreDialog opened={query['score'] === 'yes'} title={title} subject={subject} found={found} />
    </>
  );
}
