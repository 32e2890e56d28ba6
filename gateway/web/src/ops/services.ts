import { answer, api } from '../api/client';
import type { OpsAction, OpsJob, OpsMessage, OpsResend } from '../api/types';

/** Everyone who has messages, jobs and a record of what was done. */
export const services = ['members', 'events', 'communications', 'elections', 'gateway'] as const;
export type Service = (typeof services)[number];

/** What a service has, and whose it is. */
export type Of<T> = T & { service: Service };

/** What each service answers, as one list; and which did not answer. */
export interface FromAll<T> {
  items: Of<T>[];
  silent: Service[];
}

// Every service has the same addresses under its own name: those of one stand for all where the types are asked.
const at = <P extends string>(service: Service, path: P) => `/api/${service}/ops/${path}` as `/api/members/ops/${P}`;

async function fromAll<T>(read: (service: Service) => Promise<T[]>): Promise<FromAll<T>> {
  const answers = await Promise.allSettled(services.map(read));
  const refused = answers.find((one) => one.status === 'rejected');
  if (refused && answers.every((one) => one.status === 'rejected')) throw (refused as PromiseRejectedResult).reason;
  return {
    items: answers.flatMap((one, index) => (one.status === 'fulfilled' ? one.value.map((item) => ({ ...item, service: services[index] as Service })) : [])),
    silent: services.filter((_, index) => answers[index]?.status === 'rejected'),
  };
}

export type MessageState = 'waiting' | 'setAside' | 'dropped';

export const readMessages = (state: MessageState): Promise<FromAll<OpsMessage>> =>
  fromAll(async (service) => (await answer(api.GET(at(service, 'messages'), { params: { query: { state, size: 100 } } }))).items);

export const readJobs = (): Promise<FromAll<OpsJob>> => fromAll((service) => answer(api.GET(at(service, 'jobs'))));

export const readActions = (): Promise<FromAll<OpsAction>> => fromAll(async (service) => (await answer(api.GET(at(service, 'actions'), { params: { query: { size: 50 } } }))).items);

export const readResends = (): Promise<FromAll<OpsResend>> => fromAll((service) => answer(api.GET(at(service, 'resends'))));

const ids = (messages: Of<OpsMessage>[]) => messages.map(({ eventId, consumer }) => ({ eventId, consumer }));

/** Each service is asked about its own; how many were done in all. */
async function each(messages: Of<OpsMessage>[], ask: (service: Service, mine: Of<OpsMessage>[]) => Promise<{ count: number }>): Promise<number> {
  const concerned = services.filter((service) => messages.some((one) => one.service === service));
  const done = await Promise.all(concerned.map((service) => ask(service, messages.filter((one) => one.service === service))));
  return done.reduce((sum, one) => sum + one.count, 0);
}

export const sendBack = (messages: Of<OpsMessage>[]) => each(messages, (service, mine) => answer(api.POST(at(service, 'messages/send-back'), { body: { messages: ids(mine) } })));

export const drop = (messages: Of<OpsMessage>[], note: string) => each(messages, (service, mine) => answer(api.POST(at(service, 'messages/drop'), { body: { messages: ids(mine), note } })));

/** Everyone sends what they own to all others again. */
export const askForResend = (note: string) => Promise.all(services.map((service) => answer(api.POST(at(service, 'resends'), { body: { note } }))));
