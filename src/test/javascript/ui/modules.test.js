import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const webapp = 'src/main/webapp';

/** Every module that the shell's first one imports, however deep; imports on demand are not among them. */
function closure(entry, found = new Set()) {
  if (found.has(entry)) return found;
  found.add(entry);
  if (entry.startsWith('vendor/')) return found;
  const source = readFileSync(join(webapp, entry), 'utf8');
  for (const [, path] of source.matchAll(/^(?:import|export)\b[^'"]*?from\s+'([^']+)'/gms)) {
    closure(normalize(join(dirname(entry), path)), found);
  }
  return found;
}

test('modules.tag names what the shell loads, all of it and nothing else', () => {
  const tag = readFileSync(join(webapp, 'WEB-INF/tags/modules.tag'), 'utf8');
  const named = /items="([^"]+)"/.exec(tag)[1].split(',').map((name) => name.trim());
  assert.deepEqual([...named].sort(), [...closure('js/app.js')].sort());
});
