import { readFileSync } from 'node:fs';

/** A picture as it is served. */
export interface Picture {
  /** The media type. */
  readonly type: string;
  /** Extension of its address. */
  readonly extension: string;
  readonly body: Buffer;
}

/** Bytes: every page loads it. */
const MAX_SIZE = 50 * 1024;

/** What a file of each type begins with. An extension alone would let a browser refuse the picture. */
const FORMATS = [
  {
    type: 'image/svg+xml',
    extension: 'svg',
    begins: /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i,
  },
  { type: 'image/png', extension: 'png', begins: /^\x89PNG\r\n/ },
  { type: 'image/jpeg', extension: 'jpg', begins: /^\xff\xd8\xff/ },
  { type: 'image/webp', extension: 'webp', begins: /^RIFF[^]{4}WEBP/ },
] as const;

/** Returns the picture of WEB_LOGO; `undefined` after adding to the problems why it cannot be used. */
export function readPicture(path: string, problems: string[]): Picture | undefined {
  let body: Buffer;
  try {
    body = readFileSync(path);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    problems.push(`WEB_LOGO points at a file that cannot be read (${code}).`);
    return undefined;
  }
  if (body.length > MAX_SIZE) {
    problems.push(`WEB_LOGO must be a picture of at most ${MAX_SIZE / 1024} KB: every page loads it.`);
    return undefined;
  }
  const start = body.toString('latin1');
  const format = FORMATS.find(({ begins }) => begins.test(start));
  if (format === undefined) {
    problems.push('WEB_LOGO must be a picture: SVG, PNG, JPEG or WebP.');
    return undefined;
  }
  return { type: format.type, extension: format.extension, body };
}
