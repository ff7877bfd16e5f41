import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'coverage'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      'max-lines': ['error', 200],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
      ],
    },
  },
  {
    // Numeric inner loops over typed arrays whose bounds the loop itself gives.
    files: [
      'src/core/match/inverted-index.ts',
      'src/core/match/softmax-regression.ts',
      'src/core/match/similarity.ts',
      'src/core/match/matcher.ts',
      'src/core/match/top-k.ts',
      'src/core/match/feature-ids.ts',
      'src/core/match/shortlist.ts',
      'src/core/match/classifier.ts',
      'src/core/match/max-by-class.ts',
      'src/core/match/foreign-words.ts',
      'src/core/match/follow-up-prior.ts',
      'src/core/match/model.ts',
      'src/core/suggest/prefix-index.ts',
      'src/core/suggest/ranking.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: { process: 'readonly', console: 'readonly' },
    },
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-console': 'off' },
  },
  {
    // Scripts of the browser: `npm run types` checks them, with the names that a browser has.
    files: ['{adapters/web,src/pages,src/workbench/page}/public/*.js'],
    rules: { 'no-undef': 'off' },
  },
);
