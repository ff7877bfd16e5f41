import type { Context, Hono } from 'hono';
import type { Env } from '../../pages/index.ts';
import { knownProblems } from '../engine/known-problems.ts';
import { fieldsOf } from '../page/forms.ts';
import type { Notice } from '../page/layout.ts';
import { problemsOf } from '../page/problems.ts';
import type { Tools } from '../parts.ts';
import { reasonOf } from '../working-copy/write-files.ts';
import { differencesOf } from './differences.ts';
import { gitState } from './git.ts';
import { publishView } from './publish-view.ts';
import { replaceKnowledge } from './replace-directory.ts';
import { askBot } from './running-bot.ts';
import { liveKnowledge, targetOf } from './target.ts';
import { hashOf, keepVersion, liveVersions, pruneVersions } from './versions.ts';

/** Adds the page on which the working copy goes live, and an earlier version comes back. */
export function addPublish(app: Hono<Env>, tools: Tools): void {
  const { copy, engine, page, parts, readEntries } = tools;
  const show = async (context: Context<Env>, notices: readonly Notice[] = [], status?: 409) => {
    const target = targetOf(copy.directory, parts.live);
    const [problems, bot, git] = await Promise.all([
      knownProblems(engine, copy),
      parts.bot === undefined ? undefined : askBot(parts.bot),
      gitState(copy.directory),
    ]);
    const errors = problemsOf(problems, 'fout');
    const live = liveKnowledge(target);
    return page(context, {
      menu: '/live',
      title: 'Live',
      notices: [...doneNotice(context), ...notices],
      ...(status !== undefined && { status }),
      content: publishView({
        target,
        errors,
        own: hashOf(copy.directory),
        ...(git !== undefined && { git }),
        ...(bot !== undefined && { bot }),
        ...(live !== undefined && { differences: differencesOf(live, copy.read(), readEntries) }),
        ...(target.kind === 'other' && { live: hashOf(target.directory) }),
        versions: liveVersions(copy.directory),
      }),
    });
  };
  /** Puts the knowledge of a directory live, and keeps what was there and what is there now. */
  const putLive = async (context: Context<Env>, from: string, done: keyof typeof DONE) => {
    const target = targetOf(copy.directory, parts.live);
    if (target.kind !== 'other') return context.redirect('/live', 303);
    try {
      keepVersion(copy.directory, target.directory);
      replaceKnowledge(from, target.directory);
      keepVersion(copy.directory, target.directory);
      // Not before: `from` may be the oldest.
      pruneVersions(copy.directory, target.directory);
    } catch (error) {
      return show(context, [{ kind: 'bad', text: `Live zetten is niet gelukt. ${reasonOf(error)}` }], 409);
    }
    return context.redirect(`/live?gedaan=${done}`, 303);
  };

  app.get('/live', (context) => show(context));
  app.post('/live', async (context) => {
    const fields = await fieldsOf(context);
    const errors = problemsOf(await engine.check(), 'fout');
    if (errors.length > 0)
      return show(
        context,
        [{ kind: 'bad', text: 'Er staan nog fouten in de kennis. Los die eerst op.' }],
        409,
      );
    if (fields.text('kenmerk') !== hashOf(copy.directory))
      return show(
        context,
        [
          {
            kind: 'bad',
            text: 'Ondertussen is er iets veranderd. Kijk wat er nu live zou gaan, en kies opnieuw.',
          },
        ],
        409,
      );
    return putLive(context, copy.directory, 'live');
  });
  app.post('/live/terug', async (context) => {
    const id = (await fieldsOf(context)).text('versie');
    const version = liveVersions(copy.directory).find((one) => one.id === id);
    if (version === undefined)
      return show(context, [{ kind: 'bad', text: 'Deze versie is niet meer bewaard.' }], 409);
    return putLive(context, version.directory, 'terug');
  });
}

/** What is said after something went live, by the name in the address. */
const DONE = {
  live: 'Je wijzigingen staan live. De bot leest ze binnen enkele seconden.',
  terug: 'De oudere versie staat weer live. De map waarin je werkt, is niet veranderd.',
} as const;

function doneNotice({ req }: Context<Env>): readonly Notice[] {
  const done = req.query('gedaan');
  return done === 'live' || done === 'terug' ? [{ kind: 'good', text: DONE[done] }] : [];
}
