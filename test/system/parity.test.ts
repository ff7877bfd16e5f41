import { createAsker } from '../../src/core/index.ts';
import { loadKnowledge, SHIPPED_KNOWLEDGE } from '../../src/knowledge/index.ts';
import { createFileCache } from '../../src/knowledge/model-cache.ts';
import { holdContract } from './parity/contract.ts';
import type { Conversations } from './parity/contract.ts';
import { CHANNEL_TEXTS } from '../../src/cli/channel-texts.ts';

const CONVERSATIONS: Conversations = {
  'an answer, and a related question': [
    ['mag ik twitteren?', 'answer'],
    [0, 'answer'],
  ],
  'choices, and one of them': [
    ['delen', 'choices'],
    [0, 'answer'],
  ],
  'what the guidance does not say': [['mag ik anoniem reageren?', 'silent']],
  'what was not understood, twice, and a topic': [
    ['recept voor appeltaart', 'unknown'],
    ['hoe laat vertrekt de trein', 'unknown'],
    [3, 'topics'],
  ],
  'small talk': [
    ['hallo', 'social'],
    ['dank je wel', 'social'],
  ],
  'follow-ups': [
    ['mag ik twitteren?', 'answer'],
    ['bron', 'answer'],
    ['uitleg', 'help'],
    [0, 'answer'],
  ],
  'the self-check': [['zelfcheck', 'checklist']],
  'the topics, and one of them': [
    ['onderwerpen', 'topics'],
    [1, 'topics'],
    [0, 'answer'],
  ],
  'help and about': [
    ['help', 'help'],
    ['over', 'about'],
  ],
  English: [
    ['may I tweet?', 'answer'],
    ['source', 'answer'],
    ['recipe for apple pie', 'unknown'],
    ['topics', 'topics'],
    ['checklist', 'checklist'],
    ['about', 'about'],
  ],
};

holdContract(
  () => createAsker(loadKnowledge(SHIPPED_KNOWLEDGE, CHANNEL_TEXTS).knowledge, createFileCache()),
  CONVERSATIONS,
  { question: 'Hoe meld ik een misstand?', selfCheck: 'zelfcheck' },
);
