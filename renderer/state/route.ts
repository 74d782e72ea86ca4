import { useSyncExternalStore } from 'react';

/** Where the window is: a page, perhaps one thing on it, and how it is looked at. All of it is in the address. */
export interface Route {
  readonly page: string;
  readonly id: string | null;
  readonly query: Readonly<Record<string, string>>;
}

export const homeRoute: Route = { page: 'home', id: null, query: {} };

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [page = '', id = ''] = path.split('/').map(decode);
  return {
    page: page === '' ? homeRoute.page : page,
    id: id === '' ? null : id,
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** The address of a route. Empty query values are left out, so that equal views have equal addresses. */
export function formatRoute(route: Route): string {
  const path = route.id === null ? route.page : `${route.page}/${encodeURIComponent(route.id)}`;
  const filled = Object.entries(route.query).filter(([, value]) => value !== '');
  const search = new URLSearchParams(filled).toString();
  return search === '' ? `#/${path}` : `#/${path}?${search}`;
}

let current = { hash: '', route: homeRoute };

function readRoute(): Route {
  const { hash } = window.location;
  if (hash !== current.hash) current = { hash, route: parseRoute(hash) };
  return current.route;
}

const followers = new Set<() => void>();

/** All are told in one go: between two listeners of the window React would draw half of the change. */
function tellAll(): void {
  for (const follower of followers) follower();
}

function followHash(follower: () => void): () => void {
  if (followers.size === 0) window.addEventListener('popstate', tellAll);
  followers.add(follower);
  return () => {
    followers.delete(follower);
    if (followers.size === 0) window.removeEventListener('popstate', tellAll);
  };
}

export function useRoute(): Route {
  return useSyncExternalStore(followHash, readRoute);
}

export function currentRoute(): Route {
  return readRoute();
}

export function navigate(
  route: { page: string; id?: string | null; query?: Record<string, string> },
  options: { replace?: boolean } = {},
): void {
  const address = formatRoute({ page: route.page, id: route.id ?? null, query: route.query ?? {} });
  if (address === window.location.hash) return;
  if (options.replace === true) {
    window.history.replaceState(null, '', address);
    tellAll();
  } else {
    window.location.hash = address;
  }
}

/** Changes some of the query of the page on view; an empty string removes a key. */
export function changeQuery(change: Record<string, string>): void {
  const route = readRoute();
  navigate({ page: route.page, id: route.id, query: { ...route.query, ...change } }, { replace: true });
}
