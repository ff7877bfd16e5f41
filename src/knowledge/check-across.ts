import type { LoadedGuidance } from './guidance.ts';
import type { Problem } from './problems.ts';

/**
 * Adds the problems between guidances. Ids must be unique over guidances, because buttons carry them without a guidance; names must be too.
 */
export function checkAcrossGuidances(loaded: readonly LoadedGuidance[], problems: Problem[]): void {
  const owners = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { guidance, folder, located, nameLine } of loaded) {
    const other = names.get(guidance.slug);
    if (other === undefined) names.set(guidance.slug, folder);
    else {
      problems.push({
        kind: 'dubbel-id',
        file: `${folder}/handreiking.yaml`,
        line: nameLine(),
        message: `De naam “${guidance.slug}” heeft de handreiking in de map ${other} ook.`,
        advice: 'Geef een van de twee een andere naam.',
      });
    }
    for (const { entry, file, lineOf } of located) {
      const owner = owners.get(entry.id);
      // Self-checks get unique ids: `withOwnChecklist`.
      if (owner === undefined) owners.set(entry.id, folder);
      else if (owner !== folder && entry.kind !== 'checklist') {
        problems.push({
          kind: 'dubbel-id',
          file,
          line: lineOf('id') ?? lineOf(),
          entry: entry.id,
          message: `Het id “${entry.id}” bestaat ook in de map ${owner}.`,
          advice: 'Geef een van de twee een ander id.',
        });
      }
    }
  }
}
