import { nearestName } from '../core/index.ts';
import { usageError } from './options.ts';
import { runCommand } from './run-command.ts';

/** The commands for editors: what each is for, and its program. */
const COMMANDS: Readonly<
  Record<string, { readonly about: string; readonly load: () => Promise<{ readonly run: Run }> }>
> = {
  controle: {
    about: 'zegt wat er niet klopt in de kennis, en wat beter kan',
    load: () => import('./redactie/controle.ts'),
  },
  nieuw: {
    about: 'vraagt je om een nieuwe vraag met het antwoord, en zet die in de bestanden',
    load: () => import('./redactie/nieuw.ts'),
  },
  dekking: {
    about: 'laat zien welke zin van de bron bij welke vragen staat, en welke nergens',
    load: () => import('./redactie/dekking.ts'),
  },
  vergelijk: {
    about: 'laat zien welke bekende vragen een ander antwoord krijgen dan eerst',
    load: () => import('./redactie/vergelijk.ts'),
  },
  bron: {
    about: 'laat zien wat een nieuwe editie van de tekst verandert, en neemt hem over',
    load: () => import('./redactie/bron.ts'),
  },
  uitvoer: {
    about: 'zet alle vragen en varianten in een tabel voor Excel',
    load: () => import('./redactie/uitvoer.ts'),
  },
  invoer: {
    about: 'zet zo’n tabel terug in de bestanden',
    load: () => import('./redactie/invoer.ts'),
  },
};

/** `false` in a bundle, which does not have the workbench. */
declare const HAS_WORKBENCH: boolean | undefined;
const hasWorkbench = typeof HAS_WORKBENCH === 'undefined';

/** Runs a command with the words behind its name; returns its exit status. */
type Run = (args: readonly string[]) => number | Promise<number>;

const USAGE = `Gebruik: npm run --silent redactie -- OPDRACHT [opties]
${hasWorkbench ? '\n  zonder opdracht start de werkbank; die open je in je browser\n' : ''}
${Object.entries(COMMANDS)
  .map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`)
  .join('\n')}

Achter een opdracht laat --help zien welke opties hij heeft.
`;

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return (await command.load()).run(args);
  if (name === '--help') {
    process.stdout.write(USAGE);
    return 0;
  }
  // Written out: with a constant here, the bundler would not see that it can leave this out.
  if (typeof HAS_WORKBENCH === 'undefined' && (name === '' || name.startsWith('-'))) {
    const { run } = await import('./redactie/werkbank.ts');
    return run(process.argv.slice(2));
  }
  const meant = nearestName(name, Object.keys(COMMANDS));
  const advice = meant === undefined ? '' : ` Bedoel je ${meant}?`;
  return usageError(USAGE, name === '' ? [] : [`De opdracht ${name} bestaat niet.${advice}`]);
}

process.exitCode = await runCommand(main);
