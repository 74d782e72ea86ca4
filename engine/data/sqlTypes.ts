/** What a database type is to us. Families of one group can be compared with one another. */
export type Family = 'integer' | 'fraction' | 'boolean' | 'time' | 'text' | 'unsupported';
export type FamilyGroup = 'number' | 'time' | 'text' | 'boolean' | 'unsupported';

const exact: Record<string, Family> = {
  FLOAT: 'fraction',
  DOUBLE: 'fraction',
  BOOLEAN: 'boolean',
  VARCHAR: 'text',
  UUID: 'text',
  DATE: 'time',
  TIMESTAMP: 'time',
  TIMESTAMP_S: 'time',
  TIMESTAMP_MS: 'time',
  TIMESTAMP_NS: 'time',
  'TIMESTAMP WITH TIME ZONE': 'time',
};

const reasons: readonly (readonly [RegExp, string])[] = [
  [/\[\d*\]$|^(STRUCT|MAP|UNION|LIST|ARRAY)\b/, 'nested values are not analysed'],
  [/^(JSON|VARIANT)$/, 'nested values are not analysed'],
  [/^(BLOB|BIT)$/, 'binary values are not analysed'],
  [/^TIME/, 'a time of day without a date is not analysed'],
  [/^INTERVAL$/, 'durations are not analysed'],
  [/^GEOMETRY|^GEOGRAPHY/, 'geometries are not analysed'],
  [/^"?NULL"?$/, 'the column has no values and no type'],
];

export function familyOf(type: string): Family {
  if (/^U?(TINY|SMALL|BIG|HUGE)INT$|^U?INTEGER$/.test(type)) return 'integer';
  if (type.startsWith('DECIMAL(')) return 'fraction';
  if (type.startsWith('ENUM(')) return 'text';
  return exact[type] ?? 'unsupported';
}

/** Why a type is not analysed. */
export function whyUnsupported(type: string): string {
  const reason = reasons.find(([pattern]) => pattern.test(type))?.[1];
  return `${reason ?? 'this type is not analysed'} (${type.length > 60 ? `${type.slice(0, 60)}…` : type})`;
}

export function groupOf(family: Family): FamilyGroup {
  return family === 'integer' || family === 'fraction' ? 'number' : family;
}
