// Fails the build when the script that the first public page needs exceeds 150 kB gzip: members arrive on old phones and slow nets.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const limit = 150_000;
const firstPages = ['src/public/HomePage.tsx', 'src/public/JoinPage.tsx'];
const root = fileURLToPath(new URL('../../Gateway/wwwroot', import.meta.url));
const manifest = JSON.parse(await readFile(join(root, '.vite/manifest.json'), 'utf8'));

/** A chunk and everything it imports at once. */
function withImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name]?.imports ?? []) withImports(imported, found);
  return found;
}

async function gzipped(name) {
  return gzipSync(await readFile(join(root, manifest[name].file))).length;
}

let failed = false;
for (const page of firstPages) {
  const names = new Set(['index.html', page, 'src/i18n/sv/common.json', 'src/i18n/sv/public.json'].flatMap((name) => [...withImports(name)]));
  for (const name of names) {
    if (!manifest[name]) throw new Error(`${name} is not in the build: the check would pass for nothing.`);
  }
  const sizes = await Promise.all([...names].map(gzipped));
  if (process.argv.includes("--list")) [...names].forEach((name, i) => console.log(`  ${(sizes[i] / 1000).toFixed(1)} ${name}`));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  failed ||= total > limit;
  console.log(`${page}: ${(total / 1000).toFixed(1)} kB of script (gzip) in ${String(names.size)} files; the limit is ${String(limit / 1000)} kB`);
}
process.exit(failed ? 1 : 0);
