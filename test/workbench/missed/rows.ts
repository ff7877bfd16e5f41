/** The entry that some of the rows name. */
export const BAKFIETS = 'fietsen-op-het-werk/bakfiets';

/** Missed questions as they are exported: two that ask alike, and two others. */
export const MISSED_ROWS = [
  {
    week: '2026-W47',
    reason: 'choices',
    language: 'nl',
    text: 'past mijn longtail daar',
    entries: BAKFIETS,
    number: 7,
  },
  {
    week: '2026-W48',
    reason: 'unknown',
    language: 'nl',
    text: 'past mijn longtail daar',
    entries: '',
    number: '<5',
  },
  {
    week: '2026-W48',
    reason: 'unknown',
    language: 'nl',
    text: 'past een longtail daar',
    entries: '',
    number: '<5',
  },
  {
    week: '2026-W48',
    reason: 'not useful',
    language: 'nl',
    text: 'mag [naam] mijn step lenen',
    entries: 'pech',
    number: '<5',
  },
  {
    week: '2026-W48',
    reason: 'unknown',
    language: 'nl',
    text: 'hoe laat gaat de trein',
    entries: '',
    number: '<5',
  },
];
