import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { transaction } from '../db/acting.js';
import { jsonb } from '../db/columns.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { asId, newId } from '../shared/ids.js';
import { localeOf, type Locale } from '../shared/locale.js';
import { escapeHtml } from './letter.js';
import { eventsOf, modeOf, type Modes } from './staff-news.lifecycle.js';
import { unsubscriptionOf, type Unsubscription } from './unsubscribe.js';

interface Parts {
  orm: Orm;
  clock: Clock;
  config: Pick<Config, 'secret' | 'serviceName'>;
}

const WORDS: Record<Locale, { ask: string; button: string; done: string; unknown: string }> = {
  ru: { ask: 'Больше не присылать такие письма?', button: 'Не присылать', done: 'Готово: таких писем больше не будет.', unknown: 'Ссылка недействительна. Что присылать, можно выбрать в профиле консоли.' },
  en: { ask: 'Send no more letters of this kind?', button: 'Send no more', done: 'Done: there will be no more letters of this kind.', unknown: 'The link is not valid. What is sent can be chosen in the profile of the console.' },
};
const MAX_BODY = 1024;

/**
 * RFC 8058: a mail program posts to the address of a letter and the letters of its kind end. A GET only asks, since programs that look
 * through mails open every link. The address says whose and what, with our signature; there is no session.
 */
export async function unsubscribeRoutes(http: FastifyInstance, parts: Parts): Promise<void> {
  await http.register((scope, _options, done) => {
    scope.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, _body, next) => next(null, null));
    scope.route<{ Params: { token: string } }>({
      method: ['GET', 'POST'], url: '/unsubscribe/:token', exposeHeadRoute: false,
      handler: async (request, reply) => {
        const words = WORDS[localeOf(request.headers['accept-language'])];
        const found = unsubscriptionOf(request.params.token, parts.config.secret);
        void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'", 'content-type': 'text/html; charset=utf-8' });
        if (!found) return reply.code(404).send(page(parts.config.serviceName, words.unknown));
        if (request.method === 'GET') return reply.send(page(parts.config.serviceName, words.ask, words.button));
        await transaction(parts.orm, SYSTEM, (em) => end(em, found, parts.clock.now()));
        return reply.send(page(parts.config.serviceName, words.done));
      },
    });
    done();
  });
}

/** Ends the letters of one kind; of the digest, everything that stands in it. */
async function end(em: Em, what: Unsubscription, now: Date): Promise<void> {
  const db = rowsOf(em);
  if ('appealId' in what) {
    await db.updateTable('applicant').set({ reminders_off_at: now }).where('id', '=', (eb) => eb.selectFrom('appeal').where('id', '=', asId(what.appealId)).select('applicant_id')).execute();
    return;
  }
  const person = await db.selectFrom('account as a').leftJoin('notification_setting as s', 's.account', 'a.id').where('a.id', '=', what.account).select(['a.role', 's.modes']).executeTakeFirst();
  if (!person) return;
  const chosen = (person.modes ?? {}) as Modes;
  const ended = what.event === 'DIGEST' ? eventsOf(person.role).filter((event) => modeOf(person.role, chosen, event) === 'DIGEST') : [what.event];
  const modes = jsonb({ ...chosen, ...Object.fromEntries(ended.map((event) => [event, 'OFF'])) });
  await db.insertInto('notification_setting').values({ id: newId(), account: what.account, modes, changed_at: now })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ modes, changed_at: now })).execute();
}

const page = (service: string, text: string, button?: string): string => `<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(service)}</title></head>
<body><main><h1>${escapeHtml(service)}</h1><p>${escapeHtml(text)}</p>${button ? `<form method="post"><button>${escapeHtml(button)}</button></form>` : ''}</main></body></html>
`;
