import type { Problem } from '../problems.ts';
import type { Subject } from './subject.ts';

/** Entries without English, once for all of them; English that is never shown. */
export function checkLanguages({ located, languages, metadataFile }: Subject): Problem[] {
  const without = located.filter(({ entry }) => entry.wording.en === undefined);
  const [first] = without;
  const missing: Problem[] =
    first === undefined || !languages.includes('en')
      ? []
      : [
          {
            kind: 'engels-ontbreekt',
            file: first.file,
            line: first.lineOf(),
            message: `Bij ${without.length} van de ${located.length} vragen ontbreekt “en:” (vanaf “${first.entry.id}”).`,
            advice: `Wil je geen Engels? Zet “talen: [nl]” in ${metadataFile}. Anders: zet er “en:” bij, met vraag, varianten en antwoord.`,
          },
        ];
  const unused = located.filter(({ hasUnusedEnglish }) => hasUnusedEnglish);
  return [
    ...missing,
    ...unused.map(({ entry, file, lineOf }): Problem => ({
      kind: 'engels-ongebruikt',
      file,
      line: lineOf('en'),
      entry: entry.id,
      message: 'De bot gebruikt dit deel “en:” niet: de handreiking is al in het Engels.',
      advice: 'Zet de zinnen die je wilt houden bij de vraag zelf, en haal “en:” weg.',
    })),
  ];
}
