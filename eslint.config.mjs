import typescriptEslint from 'typescript-eslint';

const builtSql = 'TemplateLiteral.arguments:first-child > :not(TemplateElement):not(Identifier[name=/^[A-Z][A-Z_]*$/])';
const message = 'Never build SQL from strings: use parameters, and a constant for each variant.';
const noStringSql = [
  { selector: `CallExpression[callee.property.name=/^(query|rows)$/] > ${builtSql}`, message },
  { selector: `CallExpression[callee.property.name='write'][callee.object.property.name='tx'] > ${builtSql}`, message },
  { selector: `CallExpression[callee.property.name='write'][callee.object.name='tx'] > ${builtSql}`, message },
];

export default typescriptEslint.config(
  { ignores: ['**/dist/**', 'node_modules/**', 'web/src/api/schema.d.ts', 'coverage/**'] },
  ...typescriptEslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'migrations/**/*.ts', 'web/src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/**/*.spec.ts', 'src/platform/database/roles.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...noStringSql],
      'no-restricted-imports': ['error', { paths: [{ name: '@nestjs/typeorm', importNames: ['InjectRepository', 'InjectEntityManager'], message: 'Tenant data is reached through Tx only.' }] }],
    },
  },
  { files: ['**/*.cjs', '**/*.mjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
