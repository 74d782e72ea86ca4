/** A picture that one of our own pure functions drew as SVG from numbers, with its own description. */
export function Plot({ svg }: { readonly svg: string }) {
  return <div dangerouslySetInnerHTML={{ __html: svg }} />;
}
