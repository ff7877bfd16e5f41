import type { LoadedGuidance } from './guidance.ts';
import type { Problem } from './problems.ts';

/** Adds the problems between guidances: their names must differ, because ids of entries begin with them. */
export function checkAcrossGuidances(loaded: readonly LoadedGuidance[], problems: Problem[]): void {
  const names = new Map<string, string>();
  for (const { guidance, folder, nameLine } of loaded) {
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
  }
}
