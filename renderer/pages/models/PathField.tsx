import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { openModelFile } from '../../state/openModel.ts';

/** Opens the model whose path is typed. */
export function PathField() {
  const [path, setPath] = useState('');
  const take = (event: React.FormEvent): void => {
    event.preventDefault();
    if (path.trim() === '') return;
    void openModelFile(path.trim());
    setPath('');
  };
  return (
    <form onSubmit={take}>
      <TextInput
        aria-label="Path of a model"
        placeholder="or type a path"
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
        spellCheck={false}
        miw={220}
      />
    </form>
  );
}
