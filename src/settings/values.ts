import * as z from 'zod';

/** A setting: an environment variable of the same name, or for a secret a file that `NAME_FILE` points at. */
export interface Setting {
  readonly meaning: string;
  readonly example: string;
  readonly secret?: true;
  /** Default; absent when the setting is off by default. */
  readonly fallback?: string;
  /** Describes a default that depends on other settings. */
  readonly usual?: string;
  readonly value: z.ZodType<unknown, string>;
  /** Describes a valid value, to complete "must be ...". */
  readonly shape: string;
}

/** Returns the schema of a whole number between these, both included. */
export const integer = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(min).max(max));
/** `on` or `off`. */
export const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
/** Any text that is not empty. */
export const filled = z.string().min(1);
/** A web address that ends with a slash, as methods are appended to it. */
export const address = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/*$/, '/'));
/** A web address to put paths behind: without a slash at the end, and without what follows `?` or `#`. */
export const publicAddress = z
  .url({ protocol: /^https?$/ })
  .refine((value) => {
    const url = URL.parse(value);
    return url !== null && url.search + url.hash + url.username + url.password === '';
  })
  // As browsers send and show it: the name of the host in lower case.
  .transform((value) => new URL(value).href.replace(/\/*$/, ''));
/** An id of Microsoft. */
export const uuid = z.guid();
const HOST_NAME = /^(\[[\da-f:.]+\]|[a-z\d]([a-z\d.-]*[a-z\d])?)$/;
/** Host names with commas between. */
export const hosts = filled
  .transform((value) => value.split(',').map((name) => name.trim().toLowerCase()))
  .pipe(z.array(z.string().regex(HOST_NAME)).min(1));
