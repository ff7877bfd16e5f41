import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveWorkbench } from '../serve.ts';
import type { ServedWorkbench } from '../serve.ts';
import { fieldsIn } from './fields-in.ts';

// A workbench starts its threads on a machine that may be busy.
jest.setTimeout(60_000);

const FOLDER = 'fietsen-op-het-werk';
const FILE = `${FOLDER}/vragen/stalling.yaml`;
const TESTS = `${FOLDER}/proefvragen/anders-gezegd.yaml`;

let workbench: ServedWorkbench;
beforeEach(async () => {
  workbench = await serveWorkbench();
});
afterEach(() => workbench.stop());
const form = async (path: string) => fieldsIn(await (await workbench.get(path)).text());

describe('a new question', () => {
  it('comes in the file of its topic, with an id from the question', async () => {
    const before = workbench.textOf(FILE);
    const response = await workbench.submit('/vragen/nieuw', {
      ...(await form('/vragen/nieuw?vraag=Mag+mijn+accu+mee+naar+boven%3F&variant=accu+mee')),
      onderwerp: 'Opladen',
      antwoord: 'Nee, je laat hem in de stalling.',
      zin: 'Neem een accu niet mee naar je werkplek.',
      doe: 'opslaan',
    });
    expect(response.headers.get('location')).toMatch(`/vragen/${FOLDER}/accu-mee-boven?bewaard=`);
    expect(workbench.textOf(FILE)).toBe(
      `${before}- id: accu-mee-boven
  onderwerp: Opladen
  vraag: Mag mijn accu mee naar boven?
  varianten:
    - accu mee
  antwoord: Nee, je laat hem in de stalling.
  citaten:
    - Neem een accu niet mee naar je werkplek.
`,
    );
    const page = await (await workbench.get(response.headers.get('location') ?? '')).text();
    expect(page).toContain('Opgeslagen: de vraag “Mag mijn accu mee naar boven?” erbij.');
    const undone = await workbench.submit('/ongedaan', fieldsIn(page));
    const list = await workbench.get(undone.headers.get('location') ?? '');
    expect([list.status, new URL(list.url).pathname]).toEqual([200, '/vragen']);
    const text = await list.text();
    expect(text).toContain('>Ongedaan gemaakt: de vraag “Mag mijn accu mee naar boven?” erbij.<');
  });

  it('is not saved with errors, nor in a file that was not offered', async () => {
    const before = workbench.textOf(FILE);
    const fields = await form('/vragen/nieuw');
    const empty = await workbench.submit('/vragen/nieuw', { ...fields, doe: 'opslaan' });
    expect(await empty.text()).toContain('Nog niet opgeslagen');
    const elsewhere = await workbench.submit('/vragen/nieuw', {
      ...fields,
      bestand: '../../buiten.yaml',
      vraag: 'X?',
      doe: 'toch',
    });
    expect(elsewhere.status).toBe(303);
    expect(workbench.textOf(FILE)).toContain(before);
    expect(workbench.textOf(FILE)).toContain('- id: x\n');
  });

  it.each(['opslaan', 'toch'])('stays in the form when its file is no list: %s', async (doe) => {
    const path = `${FOLDER}/vragen/niet-behandeld.yaml`;
    const broken = 'id: zonder-streepje\nsoort: niet-behandeld\n';
    writeFileSync(join(workbench.folder, path), broken);
    const response = await workbench.submit('/vragen/nieuw', {
      ...(await form('/vragen/nieuw?vraag=Mag+mijn+hond+mee%3F')),
      soort: 'niet-behandeld',
      doe,
    });
    const page = await response.text();
    expect(page).toContain('Dit past niet in het bestand');
    expect(page).toContain('Nog niet opgeslagen');
    expect(page).toContain('Mag mijn hond mee?');
    expect(workbench.textOf(path)).toBe(broken);
  });
});

describe('another id', () => {
  const path = `/vragen/${FOLDER}/plek/hernoem`;

  it('is followed by everything, and the page says by what', async () => {
    const page = await (await workbench.get(path)).text();
    expect(page).toContain('Staat onder “Zie ook” bij (3)');
    expect(page).toContain('er is geen vak meer vrij voor mijn fiets');
    const response = await workbench.submit(path, { ...fieldsIn(page), id: 'vak' });
    expect(response.headers.get('location')).toMatch(`/vragen/${FOLDER}/vak?bewaard=`);
    expect(workbench.textOf(FILE)).not.toContain('plek]');
    expect(workbench.textOf(TESTS)).toContain('bij: vak');
    expect((await workbench.get(`/vragen/${FOLDER}/vak`)).status).toBe(200);
  });

  it.each([
    ['bakfiets', 'Er is al een vraag'],
    ['geen', 'een eigen betekenis'],
    ['Een Plek', 'Gebruik alleen kleine letters'],
    ['plek', 'Dat is de naam die hij al heeft'],
    ['', 'Gebruik alleen kleine letters'],
  ])('is refused: %j', async (id, why) => {
    const before = workbench.textOf(FILE);
    const response = await workbench.submit(path, { ...(await form(path)), id });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(why);
    expect(workbench.textOf(FILE)).toBe(before);
  });
});

describe('taking a question away', () => {
  const path = `/vragen/${FOLDER}/plek/weg`;

  it('takes its questions along, or gives them to another, and can be undone', async () => {
    const [file, tests] = [workbench.textOf(FILE), workbench.textOf(TESTS)];
    const response = await workbench.submit(path, await form(path));
    expect(response.headers.get('location')).toMatch('/vragen?bewaard=');
    expect(workbench.textOf(FILE)).not.toContain('plek');
    expect(workbench.textOf(TESTS)).not.toContain('plek');
    const list = await (await workbench.get(response.headers.get('location') ?? '')).text();
    await workbench.submit('/ongedaan', fieldsIn(list));
    expect([workbench.textOf(FILE), workbench.textOf(TESTS)]).toEqual([file, tests]);
    await workbench.submit(path, { ...(await form(path)), naar: 'Kan ik met een bakfiets komen?' });
    expect(workbench.textOf(TESTS)).toBe(tests.replace('bij: plek', 'bij: bakfiets'));
  });

  it('asks again for a question that is not there', async () => {
    const response = await workbench.submit(path, { ...(await form(path)), naar: 'Weet ik veel' });
    expect(response.status).toBe(400);
    expect(workbench.textOf(FILE)).toContain('id: plek');
  });
});
