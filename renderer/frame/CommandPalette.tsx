import { Modal, TextInput, useMantineColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { middleEllipsis } from '#shared/text/middleEllipsis.ts';
import { keptReport } from '../state/reports.ts';
import { useRoute } from '../state/route.ts';
import { useWorkbench } from '../state/workbench.ts';
import { allCommands, matchCommands, type Command } from './commands.ts';
import styles from './CommandPalette.module.css';

export type PaletteMode = 'everything' | 'places';

interface Props {
  readonly mode: PaletteMode | null;
  readonly close: () => void;
  readonly showKeys: () => void;
}

const shownAtMost = 60;

/** Every action, page, column and report by its name. */
export function CommandPalette({ mode, close, showKeys }: Props) {
  return (
    <Modal.Root opened={mode !== null} onClose={close} size={560} padding={0} yOffset={72}>
      <Modal.Overlay />
      <Modal.Content aria-label="Commands">{mode !== null && <PaletteBody mode={mode} close={close} showKeys={showKeys} />}</Modal.Content>
    </Modal.Root>
  );
}

function useCommands(mode: PaletteMode, showKeys: () => void): Command[] {
  const route = useRoute();
  const runs = useWorkbench((state) => state.runs);
  const bothChosen = useWorkbench((state) => state.workspace?.reference != null && state.workspace.current !== null);
  const { setColorScheme } = useMantineColorScheme();
  return useMemo(() => {
    const report = route.page === 'report' && route.id !== null ? keptReport(route.id) : null;
    return allCommands(mode, { report, runs: runs ?? [], bothChosen, showKeys, setColorScheme });
  }, [mode, route, runs, bothChosen, showKeys, setColorScheme]);
}

function PaletteBody({ mode, close, showKeys }: Props & { readonly mode: PaletteMode }) {
  const [typed, setTyped] = useState('');
  const [position, setPosition] = useState(0);
  const commands = useCommands(mode, showKeys);
  const found = useMemo(() => matchCommands(commands, typed).slice(0, shownAtMost), [commands, typed]);
  const run = (command: Command | undefined): void => {
    close();
    command?.run();
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setPosition((position + step + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter') run(found[position]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        variant="unstyled"
        className={styles.field}
        placeholder={mode === 'places' ? 'Go to a column, report or page' : 'Do something, or go somewhere'}
        aria-label="Command"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? 'palette-list' : undefined}
        aria-activedescendant={found.length > 0 ? `palette-${position}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPosition(0);
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <CommandList found={found} position={position} run={run} />
    </>
  );
}

interface ListProps {
  readonly found: readonly Command[];
  readonly position: number;
  readonly run: (command: Command) => void;
}

function CommandList({ found, position, run }: ListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[position]?.scrollIntoView({ block: 'nearest' });
  }, [position]);
  if (found.length === 0) return <p className={styles.nothing}>Nothing has that name.</p>;
  return (
    <ul className={styles.list} id="palette-list" role="listbox" aria-label="Commands" ref={list}>
      {found.map((command, index) => (
        <li
          key={command.id}
          id={`palette-${index}`}
          role="option"
          aria-selected={index === position}
          className={styles.option}
          onClick={() => run(command)}
        >
          <span className={styles.group}>{command.group}</span>
          <span className={styles.label}>{middleEllipsis(command.label, 48)}</span>
          <span className={styles.detail}>{command.detail}</span>
        </li>
      ))}
    </ul>
  );
}
