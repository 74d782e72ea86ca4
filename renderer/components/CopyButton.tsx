import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { copyText } from './copyText.ts';

interface Props {
  readonly text: string;
  /** What is copied, as in "Copy the SQL". */
  readonly what: string;
}

export function CopyButton({ text, what }: Props) {
  return (
    <Tooltip label={`Copy ${what}`}>
      <ActionIcon size={24} variant="subtle" color="gray" aria-label={`Copy ${what}`} onClick={() => void copyText(text, what)}>
        <IconCopy size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
