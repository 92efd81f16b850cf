import { expect } from '@jest/globals';
import type { ExamSessionView, MeView } from '@ennead/contracts';
import type { Page } from 'playwright-core';

/** Writes as whoever the page belongs to. */
const send = async <T>(page: Page, method: 'POST' | 'PUT', path: string, data: object): Promise<T> => {
  const { request } = page;
  const { token } = (await (await request.get('/api/auth/csrf')).json()) as { token: string };
  const answer = await request.fetch(path, { method, headers: { 'x-csrf-token': token }, data });
  expect(answer.ok()).toBe(true);
  return (await answer.json()) as T;
};

/** An open session of the demo's role and level, by the administrator whose page it is. Dates in ms. */
export const scheduleSession = (
  page: Page,
  title: string,
  { opensAt, closesAt }: { readonly opensAt: number; readonly closesAt: number },
): Promise<ExamSessionView> =>
  send(page, 'POST', '/api/sessions', {
    title: { 'zh-CN': title, en: title },
    role: 'application-engineer',
    level: 'junior',
    opensAt: new Date(opensAt).toISOString(),
    closesAt: new Date(closesAt).toISOString(),
  });

/** Has a registrar, whose page it is, look after a session that nobody looks after yet. */
export const assignRegistrar = async (page: Page, { id }: ExamSessionView, registrar: Page) => {
  const { person } = (await (await registrar.request.get('/api/auth/me')).json()) as MeView;
  await send(page, 'PUT', `/api/sessions/${id}/registrars`, { personIds: [person!.id], seen: [] });
};
