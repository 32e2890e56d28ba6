// Makes src/api/generated/<service>.d.ts from each openapi/<service>.json. The documents are committed, so the web app builds alone;
// the output is not, so the two can never disagree.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const documents = join(root, 'openapi');
const target = join(root, 'src/api/generated');

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

for (const file of (await readdir(documents)).filter((name) => name.endsWith('.json'))) {
  const ast = await openapi(JSON.parse(await readFile(join(documents, file), 'utf8')));
  await writeFile(join(target, `${basename(file, '.json')}.d.ts`), astToString(ast));
}
