/** What the first bytes of a file look like when they are not what its name says. */
export function describeHead(head: Uint8Array): string {
  if (head.length === 0) return 'it is empty (0 bytes)';
  const text = Buffer.from(head.subarray(0, 64)).toString('latin1');
  if (text.startsWith('PAR1')) return 'it is a parquet file';
  if (text.startsWith('version https://git-lfs')) return 'it is a Git LFS pointer, not the data; fetch the data first';
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) return 'it is a web page; the download probably failed';
  if (text.startsWith('PK\u0003\u0004')) return 'it is a ZIP archive (or a spreadsheet); unpack or export it first';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'it is compressed with gzip; unpack it first';
  if (/^[\t\n\r -~]+$/.test(text)) return 'it looks like plain text';
  return 'its first bytes are not those of a parquet file';
}
