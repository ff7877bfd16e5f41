/**
 * Takes the screenshots of Slack in `docs/pictures`: draws the blocks that the bot sends in the system's Chromium,
 * without Slack (`apt-get install chromium fonts-noto-color-emoji`):
 *
 *     node scripts/slack-pictures.ts [FOLDER]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message } from 'slack-blocks-to-jsx';
import type { Block } from 'slack-blocks-to-jsx';
import { homeView } from '../adapters/slack/home.ts';
import { modalView } from '../adapters/slack/modal.ts';
import { renderMessage } from '../adapters/slack/render.ts';
import { createAssistant } from '../src/assistant/index.ts';
import { createAsker } from '../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../src/knowledge/index.ts';
import { createFileCache } from '../src/knowledge/model-cache.ts';
import { CHANNEL_TEXTS } from '../src/cli/channel-texts.ts';

const [, , folder = 'docs/pictures'] = process.argv;
const asker = createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache());
const { say, show } = createAssistant({ asker, channel: 'slack' });
const style = readFileSync(
  createRequire(import.meta.url).resolve('slack-blocks-to-jsx/dist/style.css'),
  'utf8',
);

const message = (text: string) => {
  const above = [say('slack_vraag', { vraag: text })];
  return renderMessage(show(text), {
    shortenedNotice: say('slack_ingekort'),
    above,
    share: say('slack_delen'),
  }).blocks;
};
const modal = modalView(show('zelfcheck'), say, {
  message: 'Trots op ons team: morgen gaat het nieuwe loket online!',
});
const home = homeView(show('onderwerpen'), say);

const PICTURES = {
  answer: page('Handreiking', message('moet ik zelf ook dingen plaatsen of is meelezen genoeg?')),
  choices: page('Handreiking', message('delen')),
  modal: page('Handreiking', modal.blocks, modal.title.text),
  home: page('Handreiking', home.blocks, 'Home'),
};

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [name, html] of Object.entries(PICTURES)) {
  const view = await browser.newPage({ viewport: { width: 720, height: 200 }, deviceScaleFactor: 1.5 });
  // The renderer says so below a select whose options the bot gives; Slack does not.
  await view.setContent(html.replaceAll('Requires external data source', ''));
  await view.screenshot({ path: join(folder, `slack-${name}.png`), fullPage: true });
}
await browser.close();

function page(name: string, blocks: unknown, title?: string): string {
  const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="#154273"/><text x="18" y="25" font-size="20" text-anchor="middle" fill="#fff" font-family="sans-serif">H</text></svg>')}`;
  const drawn = renderToStaticMarkup(
    createElement(Message, {
      theme: 'light',
      name,
      logo,
      blocks: blocks as Block[],
      time: new Date('2026-11-22T12:00:00'),
    }),
  );
  const heading = title === undefined ? '' : `<h1>${title}</h1>`;
  return `<!doctype html><html lang="nl"><meta charset="utf-8"><style>${style}
    body { margin: 16px; font-family: Lato, Arial, sans-serif; background: #fff }
    h1 { font-size: 20px; margin: 0 0 12px; padding-bottom: 12px; border-bottom: 1px solid #ddd }</style>
    <body>${heading}${drawn}</body></html>`;
}
