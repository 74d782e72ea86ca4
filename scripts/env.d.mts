export const root: string;
export function findElectron(): string | null;
export function findChromium(): string | null;
export function hasDisplay(): boolean;
export function isRoot(): boolean;
