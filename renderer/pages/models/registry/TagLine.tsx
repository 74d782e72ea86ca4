import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ModelVersion } from '#shared/domain/registry.ts';
import { MiddleText } from '../../../components/MiddleText.tsx';
import { setTag } from '../../../state/registry.ts';
import styles from './Registry.module.css';

/** The tags of a version: to read, to add, to take away. */
export function TagLine({ version: { model, version, tags } }: { readonly version: ModelVersion }) {
  return (
    <ul className={styles.tags} aria-label="Tags">
      {Object.entries(tags).map(([tag, value]) => (
        <li key={tag} className={styles.tag}>
          <span className={styles.tagName}>{tag}</span>
          <MiddleText text={value} />
          <ActionIcon
            size={24}
            variant="transparent"
            color="gray"
            aria-label={`Take the tag ${tag} away`}
            onClick={() => void setTag(model, version, tag, null, value)}
          >
            <IconX size={12} />
          </ActionIcon>
        </li>
      ))}
      <li>
        <AddTag add={(tag, value) => setTag(model, version, tag, value, tags[tag] ?? null)} />
      </li>
    </ul>
  );
}

function AddTag({ add }: { readonly add: (tag: string, value: string) => Promise<boolean> }) {
  const [opened, setOpened] = useState(false);
  const [tag, setTagName] = useState('');
  const [value, setValue] = useState('');
  const save = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault();
    if (tag.trim() === '' || !(await add(tag.trim(), value.trim()))) return;
    setOpened(false);
    setTagName('');
    setValue('');
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconPlus size={12} />} onClick={() => setOpened(!opened)}>
          Tag
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="A new tag">
        <form className={styles.tagForm} onSubmit={(event) => void save(event)}>
          <TextInput
            aria-label="Name of the tag"
            placeholder="team"
            value={tag}
            onChange={(event) => setTagName(event.currentTarget.value)}
          />
          <TextInput
            aria-label="Value of the tag"
            placeholder="value"
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <Button type="submit" disabled={tag.trim() === ''}>
            Set
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
