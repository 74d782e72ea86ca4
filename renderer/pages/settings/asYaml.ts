/** Words and shapes that YAML would not read as the text they are. */
const notPlain = /^$|^[\s\-?:,[\]{}#&*!|>'"%@`]|[\s:]$|: | #|[\n\t]|^[-+.\d]|^(true|false|yes|no|on|off|null|y|n|~)$/i;

function scalar(value: string | number | boolean | null): string {
  return typeof value === 'string' && notPlain.test(value) ? JSON.stringify(value) : String(value);
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lines(value: { readonly [key: string]: Plain }, indent: string): string[] {
  return Object.entries(value).flatMap(([key, each]) => {
    const name = `${indent}${scalar(key)}:`;
    if (isMap(each)) return Object.keys(each).length === 0 ? [`${name} {}`] : [name, ...lines(each, `${indent}  `)];
    if (Array.isArray(each)) return [`${name} [${each.map((item: Plain) => JSON.stringify(item)).join(', ')}]`];
    return [`${name} ${scalar(each as string | number | boolean | null)}`];
  });
}

/** Plain data as YAML, the form of the terminal's configuration file. */
export function asYaml(value: { readonly [key: string]: Plain }): string {
  return `${lines(value, '').join('\n')}\n`;
}
