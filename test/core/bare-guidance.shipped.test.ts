import { describe, expect, it } from '@jest/globals';
import { homeView } from '../../adapters/slack/home.ts';
import { renderMessage } from '../../adapters/slack/render.ts';
import { renderCard } from '../../adapters/teams/card.ts';
import { welcomeMessage } from '../../adapters/teams/welcome.ts';
import { render } from '../../adapters/terminal/render.ts';
import { textOf } from '../../src/pages/index.ts';
import { renderReply } from '../../adapters/web/render.ts';
import { createAssistant } from '../../src/assistant/index.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';
import { CORE_TEXTS, createAsker, FACTS } from '../../src/core/index.ts';
import type { Language, Reply } from '../../src/core/index.ts';
import { officeAlone } from '../fixtures/two-guidances.ts';

/** Nothing but a name and a title: no edition, owner, address, contact or example. */
const BARE = { 'op-kantoor/handreiking.yaml': 'naam: op-kantoor\ntitel: UMC Utrecht\n' };
const asker = createAsker(officeAlone(BARE));
const { say } = createAssistant({ asker, channel: 'toets' });

/** What is left of a sentence when a word in it is missing. */
const GAP = /\(\s*\)|“\s*”|\s[,.;)]|[(“]\s|\s{2}|,\s*[,.]|[{}]|(?:van|by|editie|edition)\s*[,.:]/;
/** The same in what a channel draws, in which layout has spaces of its own. */
const DRAWN_GAP = /\(\s*\)|“\s*”|\{[a-z]+\}|undefined|(?:editie|edition)\s*,/;
/** The bot leaves out these sentences as a whole. */
const LEFT_OUT = ['onbekend_voorbeeld', 'onbekend_contact', 'onbekend_contact_van'];

const SENTENCES = Object.entries({ ...CORE_TEXTS, ...CHANNEL_TEXTS })
  .filter(([, names]) => names.every((name: string) => FACTS.some((fact) => fact === name)))
  .map(([key]) => key)
  .filter((key) => !LEFT_OUT.includes(key));

const added = (language: Language) => ({
  type: 'installationUpdate',
  action: 'add',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/',
  conversation: { id: 'a', conversationType: 'personal' },
  tenants: [],
  from: { id: '29:a' },
  recipient: { id: '28:b' },
  mentions: [],
  membersAdded: [],
  holdsCard: false,
  locale: language,
});

const drawingsOf = (reply: Reply) => ({
  terminal: render(reply, { colour: false, numbers: false }).text,
  Slack: renderMessage(reply, { shortenedNotice: '' }),
  'Home tab': homeView(reply, say),
  Teams: renderCard(reply, say),
  web: textOf(renderReply(reply, { say, conversation: 'x', base: '', view: 'page' })),
});

describe.each(['nl', 'en'] as const)('a guidance with nothing but a title (%s)', (language) => {
  it('leaves no gap in a sentence', () => {
    const said = SENTENCES.map((key) => `${key} ${say(key, {}, language)}`);
    expect(said.filter((sentence) => GAP.test(sentence))).toEqual([]);
    expect(said.length).toBeGreaterThan(80);
  });

  it.each([
    ['waar houd ik pauze', 'where do I take a break'],
    ['bron', 'source'],
    ['uitleg', 'explain'],
    ['onderwerpen', 'topics'],
    ['help', 'what can you do'],
    ['over', 'about'],
    ['zelfcheck', 'checklist'],
    ['recept voor appeltaart', 'recipe for apple pie'],
    ['', ''],
  ])('leaves no gap in any channel: %s', (dutch, english) => {
    const previous = { entry: 'op-kantoor/pauzes', missed: true, language };
    const reply = asker.ask({ text: language === 'nl' ? dutch : english, previous });
    for (const [channel, drawn] of Object.entries(drawingsOf(reply)))
      expect([channel, DRAWN_GAP.exec(JSON.stringify(drawn))]).toEqual([channel, null]);
  });

  it('leaves no gap in the welcome in Teams', () => {
    expect(DRAWN_GAP.exec(JSON.stringify(welcomeMessage(added(language), say)))).toBeNull();
  });
});
