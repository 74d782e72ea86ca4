import { VisuallyHidden } from '@mantine/core';

/** The name of a page that shows none, for those who do not see it. */
export function HiddenTitle({ text }: { readonly text: string }) {
  return (
    <VisuallyHidden>
      <h1>{text}</h1>
    </VisuallyHidden>
  );
}
