import { createAsker } from '../../src/core/index.ts';
import { twoGuidances } from '../fixtures/two-guidances.ts';
import { holdContract } from './parity/contract.ts';
import type { Conversations } from './parity/contract.ts';

/** Two guidances with the same ids, topics and questions: every channel names them, and stays with the one that was chosen. */
const CONVERSATIONS: Conversations = {
  'a question that fits both, and the second': [
    ['Hoe vaak neem ik pauze?', 'choices'],
    [1, 'answer'],
    ['bron', 'answer'],
    ['uitleg', 'help'],
  ],
  'the self-check of one of them, by name': [
    ['zelfcheck', 'choices'],
    [1, 'checklist'],
    ['zelfcheck', 'checklist'],
  ],
  'the self-check of the guidance of the last answer': [
    ['waar parkeer ik mijn auto?', 'answer'],
    ['zelfcheck', 'checklist'],
  ],
  'the topics of both, and the same topic of the second': [
    ['onderwerpen', 'topics'],
    [4, 'topics'],
    [1, 'answer'],
  ],
  'a topic of both, typed': [
    ['werktijd', 'topics'],
    [0, 'topics'],
  ],
  'two questions, one for each': [
    ['Waar parkeer ik mijn auto? Welke dagen mag ik thuis werken?', 'answer'],
    [0, 'answer'],
  ],
  'what the second does not say': [['mag mijn hond mee naar kantoor?', 'silent']],
  'what was not understood, twice': [
    ['recept voor appeltaart', 'unknown'],
    ['hoe laat vertrekt de trein', 'unknown'],
  ],
  'help and about': [
    ['help', 'help'],
    ['over', 'about'],
  ],
  English: [
    ['How often do I take a break?', 'choices'],
    [1, 'answer'],
    ['checklist', 'checklist'],
    ['topics', 'topics'],
    ['about', 'about'],
  ],
};

holdContract(() => createAsker(twoGuidances()), CONVERSATIONS);
