/** The file of the small guidance that tests of the workbench edit. */
export const QUESTIONS = 'fietsen-op-het-werk/vragen/stalling.yaml';

/** An entry for the end of that file, which takes over questions about a pump. */
export const PUMP = `
- id: pomp
  onderwerp: Plaatsen
  vraag: Waar vind ik een fietspomp?
  varianten: [mijn band is zacht, band oppompen, lucht in mijn band, is er een pomp, pomp lenen]
  antwoord: Bij de ingang.
  citaten: [Zet je fiets in een vak en niet in het gangpad.]
`;
