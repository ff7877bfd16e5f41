/** Everything that other folders may import from the core. */
export { createAsker } from './ask.ts';
export { groupAlike } from './match/group-alike.ts';
export { createComposer } from './composer.ts';
export type { Composer } from './composer.ts';
export type { Suggest } from './suggest/suggest.ts';
export { buttonsIn, entryValue, isButton, nextPageIn, offeredIn, parseButton } from './reply/buttons.ts';
export type { Asker, Explained } from './asker.ts';
export {
  CHECKLIST_ID,
  ENTRY_ID,
  findEntry,
  fullId,
  guidanceIn,
  ID,
  isSameEntry,
  ownId,
  shortestIds,
} from './entry-id.ts';
export { mergeWords } from './merge-words.ts';
export { NAME_LISTS } from './model.ts';
export type {
  Checklist,
  Entry,
  Guidance,
  Knowledge,
  LanguageWords,
  NameList,
  Phrasings,
  PracticeQuestion,
  Quote,
  Wording,
  WordsByLanguage,
} from './model.ts';
export { FOLLOW_UP_KINDS } from './question/phrasings.ts';
export { parseTemplate, TemplateError } from './question/templates.ts';
export { clean, tokenize, wordKey } from './question/normalize.ts';
export { REASON_TEXTS, REASONS, reasonNamed } from './reasons.ts';
export { FACTS, factsOf, titleInSentence } from './reply/say.ts';
export { CORE_TEXTS, fill, placeholdersIn, requiredPlaceholders } from './texts.ts';
export type { Say, TextDeclarations, TextKey, Texts, TextsByLanguage } from './texts.ts';
export { MIN_CONFIDENCE } from './reply/decide.ts';
export type { ModelCache } from './match/model-file.ts';
export { trainModel } from './match/train.ts';
export { isOneEdit, nearestName } from './match/spelling.ts';
export { MAX_PHRASE_LENGTH } from './question/lexicon.ts';
export {
  CHECK_ANSWERS,
  checklistIn,
  concludeCheck,
  concludedReply,
  questionMark,
  repeatedDoubts,
} from './self-check.ts';
export type { CheckOutcome, Doubt, FilledCheck } from './self-check.ts';
export { entriesBySentence } from './source-text.ts';
export type { SourceParagraph, SourcePart, SourceText } from './source-text.ts';
export { linkedParts, parseLinks, writtenOut } from './reply/links.ts';
export { citationText, plainText } from './reply/plain-text.ts';
export { renderToFit } from './reply/shorten.ts';
export type { ReplyLimits } from './reply/shorten.ts';
export type * from './types.ts';
