import type { Hono } from 'hono';
import type { Env } from '../../src/pages/index.ts';

/** Methods of each path; other methods get 405. */
const METHODS = {
  '/': 'GET, HEAD, POST',
  '/stem': 'GET, HEAD, POST',
  '/vraag/:id': 'GET, HEAD',
  '/vraag/:guidance/:id': 'GET, HEAD',
  '/bron/:guidance': 'GET, HEAD',
  '/voorbeeld/:guidance/:id': 'GET, HEAD',
  '/onderwerpen': 'GET, HEAD',
  '/zelfcheck': 'GET, HEAD, POST',
  '/over': 'GET, HEAD',
  '/assets/:file': 'GET, HEAD',
  '/api/vraag': 'POST',
  '/api/stem': 'POST',
  '/api/suggesties': 'POST',
} as const;

/** Adds the response to other methods than those of a path; after the routes. */
export function refuseOtherMethods(app: Hono<Env>): void {
  for (const [path, allow] of Object.entries(METHODS)) {
    app.all(path, (context) => context.body(null, 405, { allow }));
  }
}
