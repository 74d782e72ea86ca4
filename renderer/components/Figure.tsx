/** A small SVG that one of our own pure functions drew from numbers. */
export function Figure({ svg, side }: { readonly svg: string; readonly side: 'reference' | 'current' }) {
  return <span style={{ color: `var(--${side})`, display: 'inline-flex' }} dangerouslySetInnerHTML={{ __html: svg }} />;
}
