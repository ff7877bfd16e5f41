import { checkLanguages } from './languages.ts';
import { checkPractice } from './practice.ts';
import { checkQuoteStart } from './quote-start.ts';
import { checkQuoted, checkLayout } from './source.ts';
import type { Check } from './subject.ts';
import { checkTopics } from './topics.ts';
import { checkNearEqual, checkVariants } from './variants.ts';
import { checkLinks, checkWording } from './wording.ts';

/** The checks that need no trained model: `npm run redactie -- controle` lists what they find in this order. */
export const CHECKS: readonly Check[] = [
  checkQuoted,
  checkLayout,
  checkVariants,
  checkLanguages,
  checkPractice,
  checkTopics,
  checkLinks,
  checkNearEqual,
  checkQuoteStart,
  checkWording,
];
