import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may come in: one browser by a token used once, from then on by its cookie. */
export interface Access {
  readonly token: string;
  cookieName(): string;
  /** Trades the token for a cookie's value; null when it is wrong or was used. */
  admit(token: string): string | null;
  isAdmitted(cookies: string | undefined): boolean;
}

const secret = (): string => randomBytes(24).toString('base64url');

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function cookieValue(cookies: string, name: string): string | undefined {
  const pair = cookies.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** Cookies do not know ports, so the name carries it: two workbenches must not shut each other out. */
export function createAccess(port: () => number): Access {
  const token = secret();
  const session = secret();
  const cookieName = (): string => `driftglass_${port()}`;
  let used = false;
  return {
    token,
    cookieName,
    admit: (given) => {
      if (used || !equal(given, token)) return null;
      used = true;
      return session;
    },
    isAdmitted: (cookies) => {
      const value = cookies === undefined ? undefined : cookieValue(cookies, cookieName());
      return value !== undefined && equal(value, session);
    },
  };
}

/** A page elsewhere can make its own name point here, so only loopback names are answered. */
export function isLoopbackHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** True for requests by our own pages and by programs; false for those by pages of other sites. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin === `http://${host}`;
}
