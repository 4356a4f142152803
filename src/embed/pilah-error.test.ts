import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PILAH_ERROR_CODES } from './pilah-error';

it('docs/embedding.md says for each code, and for no other, what to do', () => {
  const doc = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');
  const [, errors = ''] = doc.split('\n## Errors\n');
  const [table = ''] = errors.split('\n## ');
  const rows = [...table.matchAll(/^\| `([a-z-]+)` \| .+ \| .+ \|$/gm)];
  expect(rows.map(([, code]) => code)).toEqual([...PILAH_ERROR_CODES]);
});
