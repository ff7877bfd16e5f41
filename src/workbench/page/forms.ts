import type { Context } from 'hono';
import { html } from '../../pages/index.ts';
import type { Env, Html } from '../../pages/index.ts';
import type { Versions } from '../working-copy/types.ts';

/** The fields of a form that was sent. */
export interface Fields {
  /** Returns the first value of a field, with line feeds only; empty when it was not sent. */
  readonly text: (name: string) => string;
  /** Returns all values of a field. */
  readonly all: (name: string) => readonly string[];
  /** Returns an uploaded file; `undefined` when none was chosen. */
  readonly file: (name: string) => Promise<Uint8Array | undefined>;
}

/** Returns the fields of the form in a request, of either encoding. */
export async function fieldsOf({ req }: Context<Env>): Promise<Fields> {
  const body = await req.parseBody({ all: true });
  const valuesOf = (name: string) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
  const all = (name: string) =>
    valuesOf(name).flatMap((value) => (typeof value === 'string' ? [value.replace(/\r\n?/g, '\n')] : []));
  return {
    all,
    text: (name) => all(name)[0] ?? '',
    file: async (name) => {
      const file = valuesOf(name).find((value) => typeof value !== 'string' && value.size > 0);
      return file === undefined || typeof file === 'string'
        ? undefined
        : new Uint8Array(await file.arrayBuffer());
    },
  };
}

/** Name of the field with the versions that an editor saw. */
const BASE = 'basis';

/** Returns a hidden field. */
export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

/** Returns the hidden field that remembers the versions of the files that a form is made from, for `save`. */
export function baseField(versions: Versions, paths: readonly string[]): Html {
  return hidden(BASE, JSON.stringify(paths.map((path) => [path, versions.get(path) ?? null])));
}

/** Returns the versions of `baseField`; none when the field is missing or damaged. */
export function baseIn(fields: Fields): Versions {
  const given = parsed(fields.text(BASE));
  const pairs = Array.isArray(given) ? (given as unknown[]) : [];
  return new Map(
    pairs.flatMap((pair) => {
      const [path, version] = Array.isArray(pair) ? (pair as unknown[]) : [];
      return typeof path === 'string' ? [[path, typeof version === 'string' ? version : undefined]] : [];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Returns the attribute of a form that `unsaved.js` watches: `changed` on a page that answers a POST, since that holds what
 * was typed and not saved.
 */
export function unsavedAttribute({ req }: Context<Env>): Html {
  return html`data-unsaved="${req.method === 'POST' ? 'changed' : ''}"`;
}

/** Returns an address of the workbench that a form names; the overview for anything that could lead elsewhere. */
export function localAddress(address: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(address) ? address : '/';
}
