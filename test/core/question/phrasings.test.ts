import { describe, expect, it } from '@jest/globals';
import { parseText } from '../../../src/core/question/normalize.ts';
import { createPhrasingMatcher } from '../../../src/core/question/phrasings.ts';

const PHRASINGS = {
  vulwoorden: ['eens', 'graag'],
  onderdelen: { over: '(over|rond)' },
  kaders: [],
  vervolg: { waarom: ['waarom [dan|niet]'], voorbeeld: ['noem een voorbeeld'] },
  zonder_onderwerp: ['(volgende|vorige) [vraag]'],
  afsluiting: ['met vriendelijke groet', 'verzonden vanaf'],
  mailkop: ['van', 'onderwerp'],
  opsomming: ['ten (eerste|tweede)', 'ps'],
  vraagzin: ['[maar|en] mag (ik|je)', 'ik vraag me af'],
  concept: ['mag ik dit [bericht] plaatsen'],
  al_geplaatst: ['(heb|had) [net] gepost'],
  ja_nee: {
    woorden: ['ja', 'nee'],
    vragen: { mag: ['[en] (mag|kan) ik', 'is dit toegestaan'], feit: ['is (dit|de)'] },
    omkeren: ['niet', 'van tevoren'],
  },
};
const matcher = createPhrasingMatcher([PHRASINGS]);
const tokens = (text: string) => parseText(text).tokens;

describe('a sentence opens like a question', () => {
  it.each([
    ['mag ik dat plaatsen', true],
    ['En mag ik dat plaatsen.', true],
    ['ik vraag me af of dat mag', true],
    ['ik mag dat plaatsen', false],
    ['', false],
  ])('%j: %j', (text, opens) => {
    expect(matcher.opensQuestion(tokens(text))).toBe(opens);
  });
});

describe('a sentence that announces one of several questions', () => {
  it.each([
    ['Ten tweede: mag dat?', true],
    ['PS iemand filmt mij', true],
    ['mag dat ten tweede', false],
    ['', false],
  ])('%j: %j', (text, announces) => {
    expect(matcher.opensAnother(tokens(text))).toBe(announces);
  });
});

describe('a question about a draft', () => {
  it.each([
    ['Mag ik dit bericht plaatsen?', true],
    ['mag ik dit eens plaatsen', true],
    ['mag ik dit plaatsen op maandag', false],
    ['', false],
  ])('%j: %j', (text, introduces) => {
    expect(matcher.introducesDraft(tokens(text))).toBe(introduces);
  });
});

describe('a message that tells of something online', () => {
  it.each([
    ['Ik heb net gepost en nu twijfel ik', true],
    ['ik heb niet gepost', false],
    ['xheb gepost', false],
    ['', false],
  ])('%j: %j', (text, tells) => {
    expect(matcher.tellsOfPosting(tokens(text))).toBe(tells);
  });
});

describe('a message without a subject', () => {
  it.each([
    ['Waarom niet?', 'waarom'],
    ['noem graag eens een voorbeeld', 'voorbeeld'],
    ['waarom is pauze nodig', undefined],
    ['', undefined],
  ])('is a follow-up of a kind, or none: %j', (text, kind) => {
    expect(matcher.followUpKind(tokens(text))).toBe(kind);
  });

  it.each([
    ['Volgende vraag', true],
    ['vorige', true],
    ['de volgende pauze', false],
  ])('%j: %s', (text, expected) => {
    expect(matcher.isSubjectless(tokens(text))).toBe(expected);
  });
});
