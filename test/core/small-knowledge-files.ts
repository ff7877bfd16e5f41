import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { CORE_TEXTS } from '../../src/core/index.ts';

/**
 * Each sentence is its language and key with its placeholders (`nl verdwenen`, `en over_hash 0123456789ab`), so that a
 * test sees which sentence was used with which facts. Not with `de_titel`, which is `titel` with an article.
 */
const sentences = (language: string) =>
  Object.entries({ ...CORE_TEXTS, ...CHANNEL_TEXTS })
    .map(([key, names]) => {
      const facts = names.flatMap((name) => (name === 'de_titel' ? [] : ` {${name}}`)).join(';');
      return `  ${key}: '${language} ${key}${facts}'\n`;
    })
    .join('');

/** The files of a guidance of six entries and a self-check: a fixture that changes of the shipped knowledge do not touch. */
export const FILES: Readonly<Record<string, string>> = {
  'basis/teksten.yaml': `nl:\n${sentences('nl')}en:\n${sentences('en')}`,
  'basis/woorden.yaml': `
nl:
  negeren: [de, het, een, in, is, ik, van]
  herkennen: [de, het, een, ik, mag, moet, mijn, waar, wanneer, wat, niet, is]
  begroeting: [hallo, alvast bedankt]
  verzoek: [toon, laat, zien]
  aansluiten: [en, en als, waarom]
  opdrachten: { zelfcheck: [zelfcheck], onderwerpen: [onderwerpen], help: [help, "?"], over: [over], uitleg: [uitleg], bron: [bron] }
en:
  negeren: [the, a, in, i]
  herkennen: [the, a, i, may, my, where, when, what, not, do, does]
  verzoek: [show, me]
  aansluiten: [and]
  opdrachten: { zelfcheck: [checklist], onderwerpen: [topics], help: [guide me], over: [about], uitleg: [explain], bron: [source] }
`,
  'fietsen/handreiking.yaml': `
naam: fietsen
titel: Regels voor de stalling
eigenaar: Facilitair
url: https://example.org/stalling
editie: "2024"
contact: de receptie
contact_en: the front desk
voorbeeld: waar zet ik mijn fiets?
voorbeeld_en: where do I put my bicycle?
`,
  'fietsen/bron.txt': `Regels voor de stalling

Deze regels gelden voor iedereen.

Stallen

Zet je fiets in een rek. Een fiets buiten het rek wordt verwijderd.

Openingstijden

De stalling is open van zeven tot negentien uur.

Twijfel je? Ga na of:

  • Je fiets in een rek past.
  • Je fiets op slot staat.
`,
  'fietsen/vragen/vragen.yaml': `
- id: in-rek
  onderwerp: Stallen
  vraag: Waar zet ik mijn fiets?
  varianten: [moet mijn fiets in een rek, waar kan ik mijn fiets stallen, fiets parkeren]
  antwoord: In een rek.
  citaten: [Zet je fiets in een rek.]
  verwant: [open]
  en:
    vraag: Where do I put my bicycle?
    varianten: [must my bicycle be in a rack, where can I park my bicycle]
    antwoord: In a rack.
- id: buiten-rek
  onderwerp: Stallen
  vraag: Wat gebeurt er met een fiets buiten het rek?
  varianten: [wordt mijn fiets verwijderd, fiets weggehaald]
  antwoord: Die wordt verwijderd.
  citaten: [Een fiets buiten het rek wordt verwijderd., Zet je fiets in een rek.]
  en:
    vraag: What happens to a bicycle outside the rack?
    varianten: [is my bicycle removed]
    antwoord: It is removed.
- id: open
  onderwerp: Openingstijden
  vraag: Wanneer is de stalling open?
  varianten: [openingstijden, hoe laat sluit de stalling]
  antwoord: Van zeven tot zeven.
  citaten: [De stalling is open van zeven tot negentien uur.]
- id: bakfiets
  soort: niet-behandeld
  onderwerp: Niet in de regels
  vraag: Mag mijn bakfiets in de stalling?
  varianten: [bakfiets neerzetten, cargo bike]
  antwoord: De regels zeggen niets over bakfietsen.
  citaten: [Deze regels gelden voor iedereen.]
  elders: vraag het de beheerder.
  verwant: [in-rek, open]
  en:
    vraag: May I bring a cargo bike?
    antwoord: The rules say nothing about cargo bikes.
    elders: ask the keeper.
- id: kosten
  soort: niet-behandeld
  onderwerp: Niet in de regels
  vraag: Wat kost de stalling?
  varianten: [prijs van de stalling, is stallen gratis]
  antwoord: De regels zeggen niets over kosten.
- id: dank
  soort: gesprek
  vraag: Bedankt
  varianten: [dank je wel, dankjewel]
  antwoord: Graag gedaan, namens de {titel}.
  en: { vraag: Thank you, varianten: [thanks], antwoord: 'You are welcome, from the {titel}.' }
`,
  'fietsen/zelfcheck.yaml': `
onderwerp: Zelfcheck
vraag: Twijfel je over je fiets?
varianten: [staat mijn fiets wel goed]
inleiding: Stel jezelf twee vragen.
aanhef: "Twijfel je? Ga na of:"
vragen: [Je fiets in een rek past., Je fiets op slot staat.]
advies: [Zet je fiets in een rek.]
slot: Je weegt het zelf af.
vervolgstappen: [Vraag het een collega.]
verwant: [in-rek]
en:
  vraag: In doubt about your bicycle?
  inleiding: Ask yourself two questions.
  slot: You weigh it yourself.
  vervolgstappen: [Ask a colleague.]
`,
  'fietsen/praktijkvragen/geen.yaml': `
- bij: geen
  vragen: [recept voor appeltaart, wie wint de wedstrijd, hoe laat vertrekt de trein, when does the train leave]
`,
};
