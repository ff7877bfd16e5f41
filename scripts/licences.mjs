/** Licence texts of the packages in the bundle: their licences ask that the text goes along with every copy. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IN_PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;
/** The part of a README that some packages have in place of a file. */
const IN_README = /^#+ *licen[cs]e[^]*?Permission is hereby granted[^]*/im;

/** Folders of the packages that a bundle has code of. `metafile`: https://esbuild.github.io/api/#metafile */
export function packagesIn(metafile) {
  const paths = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return new Set(paths.map((path) => IN_PACKAGE.exec(path)?.[1]).filter((folder) => folder !== undefined));
}

/** One text with name, version and licence text of each package. Throws when a package has no text that is known. */
export function licencesText(folders) {
  const parts = new Map([...folders].map(partOf));
  return [...parts.keys()]
    .sort()
    .map((name) => `${name}\n\n${parts.get(name)}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function partOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = readdirSync(folder);
  const read = (file) => readFileSync(join(folder, file), 'utf8').trim();
  const files = names.filter((file) => LICENCE_FILE.test(file)).map(read);
  const readme = names
    .filter((file) => /^readme/i.test(file))
    .flatMap((file) => IN_README.exec(read(file)) ?? []);
  const text =
    files.length > 0 ? files.join('\n\n') : (readme[0] ?? standardText(license, author?.name ?? author));
  if (text === undefined) throw new Error(`${name}: no text of its licence (${license}) is known`);
  return [`${name} ${version} (${license})`, text];
}

/** https://spdx.org/licenses/MIT.html */
function standardText(license, author = 'the authors') {
  if (license !== 'MIT') return undefined;
  return `Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
