import type { KnipConfig } from 'knip';

/** Finds files, exports and dependencies that nothing uses; `npm run lint` runs it. */
const config: KnipConfig = {
  entry: [
    'src/cli/*.ts',
    'src/knowledge/reload-worker.ts',
    'src/workbench/engine/worker.ts',
    'bench/*.ts',
    'scripts/*.{mjs,ts}',
    'test/**/*.test.ts',
    // Started as processes of their own.
    'test/adapters/slack/emulator-process.ts',
    'test/deploy/models.ts',
    'test/store/replica.ts',
  ],
  project: ['{src,adapters,examples,bench,scripts,test}/**/*.{ts,mjs}'],
  // Found by `require.resolve` and `import.meta.resolve` with a name that is put together.
  ignoreDependencies: [/@nl-design-system-candidate\/.+/, 'kubernetes-models'],
  ignoreBinaries: ['mount', 'umount', 'kubectl', 'promtool'],
  // A type of a public function may be written out where somebody wants it.
  ignoreExportsUsedInFile: { interface: true, type: true },
};
export default config;
