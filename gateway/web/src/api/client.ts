import createClient, { type Middleware } from 'openapi-fetch';
import { i18n } from '../i18n/i18n';
import type { paths as CommunicationsPaths } from './generated/communications';
import type { paths as GatewayPaths } from './generated/gateway';
import type { paths as MembersPaths } from './generated/members';
import { networkDown, Problem, toProblem } from './problem';
import type { Session } from './types';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
let antiforgeryToken = '';
let whenSignedOut: () => void = () => undefined;

/** What happens when the server says that nobody is signed in any more. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler;
}

const house: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18n.language);
    if (unsafe.has(request.method) && antiforgeryToken) request.headers.set('X-XSRF-TOKEN', antiforgeryToken);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) whenSignedOut();
  },
};

/** Every service through the gateway, typed by their OpenAPI documents. */
export const api = createClient<MembersPaths & CommunicationsPaths & GatewayPaths>({ baseUrl: '' });

api.use(house);

/** The body of a good answer; anything else is thrown as a {@link Problem}. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result;
  try {
    result = await call;
  } catch {
    throw new Problem(networkDown, 0, '');
  }
  if (!result.response.ok) throw toProblem(result.response.status, result.error);
  return result.data as T;
}

/** Sends a file as it is, and tells how much of it has been taken (0 to 1), which fetch cannot. */
export function sendFile<T>(address: string, file: Blob, taken?: (part: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader('Accept-Language', i18n.language);
    if (antiforgeryToken) request.setRequestHeader('X-XSRF-TOKEN', antiforgeryToken);
    request.upload.onprogress = (event) => taken?.(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Problem(networkDown, 0, ''));
    request.onload = () => {
      if (request.status === 401) whenSignedOut();
      let body: unknown;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = undefined;
      }
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(toProblem(request.status, body));
    };
    request.send(file);
  });
}

/** Who is signed in; with it comes the token that unsafe calls carry. */
export async function readSession(): Promise<Session> {
  const session = await answer(api.GET('/auth/session'));
  antiforgeryToken = session.antiforgeryToken ?? '';
  return session;
}
