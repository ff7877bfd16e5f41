import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/settings/read.ts';
import { useFolder } from './files.ts';
import { problemsOf } from './problems.ts';

describe('the settings of the web page', () => {
  const { file, pathOf } = useFolder();

  it.each([
    ['https://bot.example.org', 'https://bot.example.org'],
    ['https://Www.Example.org/bot/', 'https://www.example.org/bot'],
    ['http://localhost:3978/', 'http://localhost:3978'],
  ])('take the public address %s without its last slash', (PUBLIC_URL, publicUrl) => {
    expect(readConfig({ PUBLIC_URL })).toMatchObject({ publicUrl });
  });

  it.each(['bot.example.org', 'ftp://example.org', 'https://example.org/?a=1', 'https://example.org/#a'])(
    'refuse the public address %s',
    (PUBLIC_URL) => {
      expect(problemsOf({ PUBLIC_URL })).toEqual(['PUBLIC_URL must be a web address without ? and #.']);
    },
  );

  it.each([
    [
      'svg',
      '<?xml version="1.0"?>\n<!-- logo -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
      'image/svg+xml',
    ],
    ['png', Buffer.from('89504e470d0a1a0a00', 'hex'), 'image/png'],
    ['jpg', Buffer.from('ffd8ffe000', 'hex'), 'image/jpeg'],
    ['webp', Buffer.from('RIFF0000WEBPVP8 '), 'image/webp'],
  ])('read a logo by what is in the file, whatever its name: %s', (extension, content, type) => {
    const WEB_LOGO = file('logo', content);
    const { webLogo } = readConfig({ WEB_LOGO, WEB_NAME: 'Gemeente Voorbeeldstad' });
    expect(webLogo).toEqual({ type, extension, body: Buffer.from(content) });
  });

  it('refuse a logo that cannot be read, is no picture or is large', () => {
    expect(problemsOf({ WEB_LOGO: pathOf('weg.svg') })).toEqual([
      'WEB_LOGO points at a file that cannot be read (ENOENT).',
    ]);
    expect(problemsOf({ WEB_LOGO: file('a.svg', '<html><svg></svg></html>') })).toEqual([
      'WEB_LOGO must be a picture: SVG, PNG, JPEG or WebP.',
    ]);
    const large = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(50 * 1024)]);
    expect(problemsOf({ WEB_LOGO: file('a.png', large) })).toEqual([
      'WEB_LOGO must be a picture of at most 50 KB: every page loads it.',
    ]);
  });
});
