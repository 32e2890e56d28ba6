import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { MockFailure } from './mockRequest.ts';
import { routes } from './mockRoutes.ts';

/**
 * A stand-in for the platform while the web app is being written: `npm run dev` answers the addresses of the HTTP contract with synthetic people.
 * It lives in the dev server alone and is no part of what is built.
 */
export function mockPlatform(): Plugin {
  return {
    name: 'mock-platform',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        void answer(request, response).then((answered) => {
          if (!answered) next();
        });
      });
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://mock');
  const match = routes.map((route) => ({ route, path: route.pattern.exec(`${request.method ?? 'GET'} ${url.pathname}`) })).find((tried) => tried.path);
  if (!match?.path) return false;

  const cookies = new URLSearchParams((request.headers.cookie ?? '').replaceAll('; ', '&'));
  let role = cookies.get('mock-role') ?? undefined;
  const result = await match.route.handle({
    path: match.path.slice(1).map(decodeURIComponent),
    // The services read names in a query without regard to case.
    query: new URLSearchParams([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value])),
    body: await bodyOf(request),
    role,
    empty: cookies.get('mock-empty') === '1',
    setRole: (value) => {
      role = value;
      response.setHeader('Set-Cookie', `mock-role=${value ?? ''}; Path=/${value ? '' : '; Max-Age=0'}`);
    },
  });
  send(response, result);
  return true;
}

function send(response: ServerResponse, result: unknown): void {
  if (result instanceof MockFailure) {
    response.statusCode = result.status;
    response.setHeader('Content-Type', 'application/problem+json');
    response.end(JSON.stringify({ ...result, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' }));
  } else if (result === undefined) {
    response.statusCode = 204;
    response.end();
  } else {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(result));
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}
