import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { jsonb } from '../../src/db/columns.js';
import { rowsOf } from '../../src/db/orm.js';
import { workerOf } from '../flows/notifications.fixture.js';
import { compute, happened, times } from '../flows/rating.fixture.js';
import { pdf, phonePhoto } from '../files/samples.js';
import { drafted, uploaded } from '../files/uploads.js';
import { newKeyOf, partnerWithKey, withKey } from '../support/partners.js';
import { scopeOnPaper } from '../../src/partners/index.js';
import { PARTNER_SCOPES, type PartnerScope } from '../../src/shared/actor.js';
import { answers, letter, move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { hashOf, newId } from '../../src/shared/ids.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { ownOf } from './matrix.own.js';
import type { Caller, Sample } from './matrix.walk.js';

/** How long a subscription that was not refused is watched, in milliseconds; a refusal comes within a few. */
const REFUSAL_MS = 400;

/** A world with something to see for everyone, whoever calls, and what each field is called with. */
export async function matrixWorld() {
  const world = await startWorld('matrix');
  const address = await world.app.http.listen({ port: 0, host: '127.0.0.1' });
  const [own, other] = world.psk.deputies;
  const people = {
    moderator: await world.staffMember('MODERATOR', ['RU-PSK']),
    coordinator: await world.staffMember('COORDINATOR', ['RU-PSK']),
    administrator: await world.staffMember('ADMINISTRATOR'),
    analyst: await world.staffMember('ANALYST'),
    deputy: await world.staffMember('DEPUTY', [], own!.id),
    aide: await world.staffMember('AIDE', [], own!.id),
  };
  const { moderator, deputy } = people;
  await happened(world, times(12, (i) => ({
    deputy: own!, place: world.psk, dueOn: '2026-02-10', answeredOn: '2026-02-01', mark: { quality: 4 + (i % 2), personal: 5 },
  })));
  await compute(world);

  const fresh = {
    submitted: async (more = {}) => submits(world.citizen, world.psk, { applicant: { name: 'Мария Ивановна Петрова', email: 'petrova@mail.example', phone: '+7 911 123-45-67' }, ...more }),
    registered: async (more = {}): Promise<SentAppeal> => {
      const appeal = await fresh.submitted(more);
      await registers(moderator, appeal, world.psk);
      return appeal;
    },
    // Everything that can be suggested is.
    urgent: () => submits(world.citizen, world.psk, { subject: 'Запах газа', text: 'В подъезде пахнет газом! Вы там все уроды, дебилы, когда приедете?' }),
    asked: async (): Promise<SentAppeal> => {
      const appeal = await submits(world.citizen, world.psk);
      await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: appeal.id, version: await versionOf(moderator, appeal), text: 'У какого дома?' });
      return appeal;
    },
    rejected: async (): Promise<SentAppeal> => {
      const appeal = await submits(world.citizen, world.psk);
      await move(moderator, 'rejectAppeal', 'RejectAppealInput', { id: appeal.id, version: await versionOf(moderator, appeal), reason: 'SPAM', text: 'Это реклама' });
      return appeal;
    },
    /** From another deputy to the one whose side calls. */
    forwarded: async (): Promise<SentAppeal> => {
      const appeal = await fresh.submitted();
      await registers(moderator, appeal, world.psk, { deputyId: other!.id });
      await move(moderator, 'forwardToDeputy', 'ForwardToDeputyInput', { id: appeal.id, version: await versionOf(moderator, appeal), deputyId: own!.id, reason: 'Ваш округ' });
      return appeal;
    },
    answered: async (): Promise<SentAppeal> => {
      const appeal = await fresh.registered();
      await answers(deputy, appeal);
      return appeal;
    },
    marked: async (): Promise<SentAppeal & { feedbackId: string }> => {
      const appeal = await fresh.answered();
      await world.citizen.ask('mutation($input: GiveFeedbackInput!) { giveFeedback(input: $input) { errors { code } } }', {
        input: { number: appeal.number, code: appeal.code, quality: 4, personal: 4, prompt: true, result: 'SOLVED', comment: 'Спасибо, починили' },
      });
      const { id } = await rowsOf(world.database.orm.em.fork()).selectFrom('feedback').select('id').where('appeal_id', '=', appeal.id).executeTakeFirstOrThrow();
      return { ...appeal, feedbackId: id };
    },
  };
  await readyDirectory(world);
  const standing = { inWork: await fresh.registered({ attachments: [await uploaded(world, await phonePhoto(40, 20), 'двор.jpg')] }), answered: await fresh.answered(), marked: await fresh.marked(), rejected: await fresh.rejected(), asked: await fresh.asked(), urgent: await fresh.urgent() };
  await modelOf(world);
  await move(deputy, 'beginAppeal', 'BeginAppealInput', { id: standing.inWork.id, version: await versionOf(deputy, standing.inWork) });
  await deputy.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: standing.inWork.id, text: 'Черновик', questions: [{ id: await questionOf(world, standing.inWork), result: 'EXPLAINED' }] } });
  await drafted(world, deputy, standing.inWork.id, pdf(), 'акт.pdf');
  await people.moderator.ask('mutation($input: AddNoteInput!) { addNote(input: $input) { errors { code } } }', { input: { appealId: standing.inWork.id, text: 'Сосед звонил трижды' } });
  // Its term of retention is over.
  await rows(world).updateTable('appeal').set({ closed_at: new Date('2015-01-01T00:00:00Z') }).where('id', '=', standing.rejected.id).execute();
  const passedOn = await fresh.registered();
  await move(deputy, 'forwardToDeputy', 'ForwardToDeputyInput', { id: passedOn.id, version: await versionOf(deputy, passedOn), deputyId: other!.id, reason: 'Другой округ' });
  await deputy.ask('mutation($input: KeepAnswerDraftInput!) { keepAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: standing.answered.id, text: 'Не отправлено', attachments: [await uploaded(world, pdf(), 'акт.pdf', { cookie: deputy.cookie })] } });
  for (const person of Object.values(people)) await person.ask('mutation { linkCalendar { url } }');
  const campaign = await campaignOfAll(moderator, [standing.inWork.id, standing.marked.id, standing.urgent.id]);
  const token = await feedbackToken(world, standing.answered);
  const promiseToken = 'matrix-promise-matrix-promise-matrix';
  await promiseOf(world, standing.answered, promiseToken);
  await promiseOf(world, standing.marked);
  await workerOf(world).work();

  const anyone = async (appeal: SentAppeal): Promise<string> => `id: "${appeal.id}", version: ${await versionOf(people.administrator, appeal)}`;
  const tracked = async (appeal: SentAppeal): Promise<string> => `number: "${appeal.number}", code: "${appeal.code}"`;
  const version = async (appeal: SentAppeal): Promise<number> => versionOf(people.administrator, appeal);

  const partners = await partnerRows(world, people.administrator);
  const { app: submitter } = partners;
  const keyed = await Promise.all(PARTNER_SCOPES.map(async (scope) => [`key ${scopeOnPaper(scope)}`, await partners.keyFor(scope)] as const));
  const ofPartner = await submits(submitter, world.psk);
  const samples: Record<string, Sample> = {
    'Query.appeals': () => ['first: 50', 'filter: { search: "фанари" }'],
    'Appeal.fragments': () => 'search: "фонари"',
    'Query.partner': () => `id: "${partners.id}"`,
    'Mutation.createPartner': () => `input: { name: "Партнёр ${newId()}", contactEmail: "dev@city.example" }`,
    'Mutation.changePartner': () => `input: { id: "${partners.idle}", costPerDay: 500000 }`,
    'Mutation.suspendPartner': () => `id: "${partners.idle}"`,
    'Mutation.resumePartner': () => `id: "${partners.idle}"`,
    'Mutation.createPartnerKey': () => [`input: { partnerId: "${partners.idle}", name: "Ключ", scopes: [DIRECTORY_READ] }`, `input: { partnerId: "${partners.idle}", name: "", scopes: [] }`],
    'Mutation.rotatePartnerKey': async () => `input: { id: "${await partners.freshKey()}" }`,
    'Mutation.revokePartnerKey': async () => `id: "${await partners.freshKey()}"`,
    'Mutation.createWebhook': async () => `input: { partnerId: "${partners.idle}", url: "http://127.0.0.1:9/hook", events: [APPEAL_ANSWERED] }`,
    'Mutation.changeWebhook': () => `input: { id: "${partners.webhook}", active: true }`,
    'Mutation.deleteWebhook': async () => `id: "${await partners.freshWebhook()}"`,
    'Mutation.pingWebhook': () => `id: "${partners.webhook}"`,
    'Mutation.replayDelivery': () => `id: "${partners.delivery}"`,
    'Query.appeal': () => [standing.inWork, standing.marked, standing.rejected, standing.asked, standing.answered, passedOn, standing.urgent].map(({ id }) => `id: "${id}"`),
    'Mutation.setNotifications': () => ['input: { modes: [] }', 'input: { modes: [], quietFrom: 25, quietUntil: 1 }'],
    'Mutation.setNotificationBot': () => ['url: "http://127.0.0.1:9/bot"', 'url: "ftp://x"'],
    'Query.deadlineBoard': () => 'regionCode: "RU-PSK"',
    'Query.deputy': () => `id: "${own!.id}"`,
    'Query.campaign': () => `id: "${campaign}"`,
    // What is done already, or refused for its version, costs the walk nothing.
    'Mutation.joinCampaign': () => [`input: { appealIds: ["${standing.urgent.id}"], campaignId: "${campaign}" }`, 'input: { appealIds: [] }'],
    'Mutation.splitCampaign': () => [`input: { appealIds: ["${standing.asked.id}"] }`, 'input: { appealIds: [] }'],
    'Mutation.mergeCampaigns': () => [`input: { campaignIds: ["${campaign}"], intoId: "${campaign}" }`, `input: { campaignIds: [], intoId: "${campaign}" }`],
    'Mutation.registerCampaign': () => [`input: { appeals: [{ id: "${standing.urgent.id}", version: 99 }], topicCode: "housing.yards", deputyId: "${own!.id}" }`, `input: { appeals: [], topicCode: "housing.yards", deputyId: "${own!.id}" }`],
    'Mutation.answerCampaign': () => [`input: { appeals: [{ id: "${standing.inWork.id}", version: 99 }], text: "Починили вчера.", result: MEASURES_TAKEN }`, 'input: { appeals: [], text: "", result: EXPLAINED }'],
    'Query.savedViews': () => 'place: QUEUE',
    'Mutation.saveView': () => [`input: { place: APPEALS, name: "${newId()}", query: "status=ANSWERED" }`, 'input: { place: APPEALS, name: "", query: "" }'],
    'Mutation.changeView': async (caller) => `input: { id: "${await viewOf(caller)}", version: 1, name: "${newId()}" }`,
    'Mutation.orderViews': async (caller) => [`input: { ids: ["${await viewOf(caller, 'APPEALS', true)}"] }`, 'input: { ids: [] }'],
    'Mutation.deleteView': async (caller) => `id: "${await viewOf(caller)}"`,
    'Query.bulkMove': async (caller) => `id: "${await bulkMoveOf(caller, 'DONE')}"`,
    'Mutation.previewBulkMove': () => [`input: { appealIds: ["${standing.inWork.id}"], reject: { reason: SPAM, text: "Это реклама" } }`, 'input: { appealIds: [] }'],
    'Mutation.startBulkMove': async (caller) => [`id: "${await bulkMoveOf(caller, 'DONE')}"`, `id: "${await bulkMoveOf(caller, 'PREVIEW')}"`],
    'Mutation.stopBulkMove': async (caller) => [`id: "${await bulkMoveOf(caller, 'RUNNING')}"`, `id: "${await bulkMoveOf(caller, 'DONE')}"`],
    'Mutation.undoBulkMove': async (caller) => [`id: "${await bulkMoveOf(caller, 'UNDONE')}"`, `id: "${await bulkMoveOf(caller, 'PREVIEW')}"`],
    'Query.feedbackLink': () => `token: "${token}"`,
    'Query.rating': () => 'filter: {}',
    'Query.ratingExplanation': () => `deputyId: "${own!.id}"`,
    'Query.trackAppeal': (caller) => (caller.startsWith('key') ? tracked(ofPartner) : Promise.all([standing.marked, standing.inWork, standing.rejected].map(tracked))),
    'Subscription.ratingChanged': () => 'filter: {}',
    'Mutation.submitAppeal': () => [`input: ${literal(letter(world.psk))}`, `input: ${literal(letter(world.psk, { consent: false }))}`],
    'Mutation.registerAppeal': async () => `input: { ${await anyone(await fresh.submitted())}, topicCode: "housing.yards", deputyId: "${own!.id}" }`,
    'Mutation.rejectAppeal': async () => `input: { ${await anyone(await fresh.submitted())}, reason: SPAM, text: "Это реклама" }`,
    'Mutation.requestClarification': async () => `input: { ${await anyone(await fresh.submitted())}, text: "У какого дома?" }`,
    'Mutation.beginAppeal': async () => `input: { ${await anyone(await fresh.registered())} }`,
    'Mutation.answerAppeal': async () => {
      const appeal = await fresh.registered();
      return `input: { ${await anyone(appeal)}, text: "Починили вчера.", questions: [{ id: "${await questionOf(world, appeal)}", result: MEASURES_TAKEN }] }`;
    },
    'Mutation.forwardToDeputy': async () => `input: { ${await anyone(await fresh.registered())}, deputyId: "${other!.id}", reason: "Другой округ" }`,
    'Mutation.acceptForwarded': async () => `input: { ${await anyone(await fresh.forwarded())} }`,
    'Mutation.returnForwarded': async () => `input: { ${await anyone(await fresh.forwarded())}, reason: "Не мой округ" }`,
    'Mutation.forwardOutside': async () => `input: { ${await anyone(await fresh.registered())}, body: "Жилищная инспекция", text: "Ответит инспекция." }`,
    'Mutation.returnToModeration': async () => `input: { ${await anyone(await fresh.registered())}, reason: "Другая тема" }`,
    'Mutation.extendAppeal': async () => `input: { ${await anyone(await fresh.registered())}, days: 10, reason: "Ждём подрядчика" }`,
    'Mutation.reopenByStaff': async () => `input: { ${await anyone(await fresh.answered())}, reason: "Не по существу" }`,
    'Mutation.attendAppeal': () => `input: { appealId: "${standing.inWork.id}", doing: READING }`,
    'Mutation.keepAnswerDraft': () => `input: { appealId: "${standing.answered.id}", text: "Не отправлено" }`,
    'Mutation.discardKeptDraft': async (caller) => {
      const id = newId();
      const account = (await people[caller as keyof typeof people]?.ask('{ me { id } }'))?.data.me.id ?? newId();
      await rows(world).insertInto('kept_draft').values({ id, appeal_id: standing.answered.id, account, text: 'Не отправлено', digest: id, kept_at: world.clock.now() }).execute();
      return `id: "${id}"`;
    },
    'Subscription.appealAttended': () => `appealId: "${standing.inWork.id}"`,
    'Mutation.undoMove': async () => `input: { ${await anyone(await fresh.registered())} }`,
    'Mutation.reopenAppeal': async () => {
      const appeal = await fresh.answered();
      return `input: { ${await tracked(appeal)}, version: ${await version(appeal)}, reason: "Снова темно" }`;
    },
    'Mutation.saveAnswerDraft': async () => `input: { appealId: "${(await fresh.registered()).id}", text: "Черновик", questions: [] }`,
    'Mutation.attachToAnswerDraft': async () => `input: { appealId: "${(await fresh.registered()).id}", attachments: [] }`,
    'Mutation.detachFromAnswerDraft': async () => {
      const { id } = await fresh.registered();
      return `input: { appealId: "${id}", attachmentId: "${await drafted(world, deputy, id, pdf(), 'акт.pdf')}" }`;
    },
    'Mutation.markUrgent': async () => [`input: { ${await anyone(await fresh.registered())}, urgent: true, reason: "Пахнет газом" }`, `input: { ${await anyone(standing.inWork)}, urgent: false, reason: "" }`],
    'Mutation.addNote': async () => [`input: { appealId: "${(await fresh.registered()).id}", text: "Позвонить в управу" }`, `input: { appealId: "${standing.inWork.id}", text: " " }`],
    'Query.answerHints': () => `appealId: "${standing.inWork.id}", text: "Ваш вопрос {имя} в целях ремонта решат до 1 июня. Черновик к прежнему ответу: починили вчера вечером весь двор."`,
    'Appeal.templatesFor': () => 'purpose: ANSWER',
    'Mutation.createTemplate': (caller) => [caller === 'deputy' || caller === 'aide' ? 'input: { scope: PERSON, purpose: ANSWER, title: "Мой", text: "{имя}!" }' : `input: { scope: BODY, purpose: ANSWER, bodyId: "${world.psk.bodyId}", title: "Общий", text: "{имя}!" }`,
      'input: { scope: PERSON, purpose: ANSWER, title: "", text: "{имя" }'],
    'Mutation.changeTemplate': async (caller) => `input: { ${await templates.fresh(caller)}, version: 1, title: "Новый", text: "{имя}!" }`,
    'Mutation.archiveTemplate': async (caller) => `${await templates.fresh(caller)}, archived: true`,
    'Query.promiseLink': () => `token: "${promiseToken}"`,
    'Mutation.reportPromise': async () => {
      const appeal = await fresh.answered();
      const tell = `input: { ${await tracked(appeal)}, promiseId: "${await promiseOf(world, appeal)}", outcome: KEPT }`;
      return [tell, 'input: { outcome: KEPT }'];
    },
    'Mutation.openContacts': async () => `appealId: "${(await fresh.registered()).id}"`,
    'Mutation.clarifyAppeal': async () => {
      const appeal = await fresh.asked();
      return `input: { ${await tracked(appeal)}, version: ${await version(appeal)}, text: "У дома 14" }`;
    },
    'Mutation.withdrawAppeal': async () => {
      const appeal = await fresh.submitted();
      return `input: { ${await tracked(appeal)}, version: ${await version(appeal)} }`;
    },
    'Mutation.giveFeedback': async () => `input: { ${await tracked(await fresh.answered())}, quality: 5 }`,
    'Mutation.moderateComment': async () => `input: { feedbackId: "${(await fresh.marked()).feedbackId}", show: true }`,
    'Query.applicantData': async () => tracked(standing.marked),
    'Query.applicantByContact': () => 'contact: "petrova@mail.example"',
    'Mutation.eraseApplicantData': async () => [`input: { ${await tracked(await fresh.submitted())}, confirm: true }`, `input: { ${await tracked(standing.marked)}, confirm: false }`],
    'Mutation.eraseApplicant': async () => {
      await submits(world.citizen, world.psk, { applicant: { name: 'Пётр', email: 'wants-out@mail.example' } });
      return ['input: { contact: "wants-out@mail.example", reason: "Письмо" }', 'input: { contact: "nobody@mail.example", reason: "Письмо" }'];
    },
    'Mutation.setLocale': () => 'locale: ru',
    'Query.account': async () => `id: "${await accounts.made()}"`,
    'Query.invitation': async () => `token: "${await accounts.invited()}"`,
    'Mutation.inviteAccount': () => `input: { email: "${newId()}@staff.test", name: "Помощник", role: AIDE, deputyId: "${own!.id}" }`,
    'Mutation.resendInvitation': async () => `id: "${await accounts.invitation()}"`,
    'Mutation.revokeInvitation': async () => `id: "${await accounts.invitation()}"`,
    'Mutation.acceptInvitation': async () => `input: { token: "${await accounts.invited()}", name: "Помощник", password: "test-test-test" }`,
    'Mutation.changeAccountScope': async () => `input: { id: "${await accounts.made()}", role: AIDE, deputyId: "${own!.id}" }`,
    'Mutation.deactivateAccount': async () => `input: { id: "${await accounts.made()}" }`,
    'Mutation.reactivateAccount': async () => `id: "${await accounts.made()}"`,
    'Mutation.handOverAppeals': () => `input: { fromDeputyId: "${own!.id}", toDeputyId: "${own!.id}", reason: "Отпуск" }`,
    'Mutation.endSession': async (caller) => `id: "${await accounts.sessionOf(caller)}"`,
  };
  const templates = {
    /** Of the caller's own kind: a person's for the deputy's side, the body's for everyone else. */
    fresh: async (caller: string): Promise<string> => {
      const [id, at] = [newId(), world.clock.now()];
      const isOwn = caller === 'deputy' || caller === 'aide';
      await rows(world).insertInto('template').values({
        id, scope: isOwn ? 'PERSON' : 'BODY', purpose: 'ANSWER', region_code: world.psk.code, body_id: isOwn ? null : world.psk.bodyId, faction_id: null, deputy_id: isOwn ? own!.id : null,
        title: 'Шаблон', text: '{имя}, починили вчера вечером весь двор.', created_at: at, created_by_name: 'Тест', changed_at: at, changed_by_name: 'Тест', version: 1,
      }).execute();
      return `id: "${id}"`;
    },
  };
  const { viewOf, bulkMoveOf } = ownOf(world, people, { appealId: standing.inWork.id, deputyId: own!.id });
  for (const caller of Object.keys(people)) await bulkMoveOf(caller, 'DONE');
  for (const caller of Object.keys(people)) await viewOf(caller);
  await people.coordinator.ask('mutation { saveView(input: { place: QUEUE, name: "Общая", query: "overdue=true", regionCode: "RU-PSK" }) { errors { code } } }');
  for (const caller of ['deputy', 'coordinator']) await templates.fresh(caller);
  const accounts = accountSamples(world, own!.id, people);
  const callers: Caller[] = [
    asCaller('anonymous', world.citizen, address),
    ...Object.entries(people).map(([name, person]) => asCaller(name, person, address)),
    ...keyed.map(([name, { secret, app }]) => asCaller(name, app, address, { authorization: `Bearer ${secret}` })),
  ];
  return { world, callers, samples, asCaller: (name: string, person: Person) => asCaller(name, person, address), stop: () => world.stop() };
}
export type MatrixWorld = Awaited<ReturnType<typeof matrixWorld>>;

const rows = (world: World) => rowsOf(world.database.orm.em.fork());

const questionOf = async (world: World, { id }: SentAppeal): Promise<string> =>
  (await rows(world).selectFrom('question').select('id').where('appeal_id', '=', id).executeTakeFirstOrThrow()).id;

/** A partner that something happened to, with a webhook and its log, and an idle one for what changes keys. */
async function partnerRows(world: World, administrator: Person) {
  // The walk asks more than a partner usually may.
  const { id, app } = await partnerWithKey(world, administrator, PARTNER_SCOPES, { costPerMinute: 1_000_000, costPerDay: 100_000_000 });
  const { id: idle } = await partnerWithKey(world, administrator);
  const make = async (partnerId: string): Promise<string> => (await administrator.ask(
    'mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id } } }', { input: { partnerId, url: 'http://127.0.0.1:9/hook', events: ['APPEAL_ANSWERED'] } },
  )).data.createWebhook.webhook.id;
  const webhook = await make(id);
  const delivery: string = (await administrator.ask('mutation($id: ID!) { pingWebhook(id: $id) { delivery { id } } }', { id: webhook })).data.pingWebhook.delivery.id;
  return {
    id, app, idle, webhook, delivery,
    keyFor: async (scope: PartnerScope) => {
      const { secret } = await newKeyOf(administrator, id, [scope]);
      return { secret, app: withKey(world, secret) };
    },
    // Written by hand: a partner has few keys and webhooks, and the walk makes many.
    freshKey: async (): Promise<string> => {
      const key = newId();
      await rows(world).insertInto('partner_key').values({
        id: key, partner_id: idle, name: 'Ключ', prefix: 'vdk_aaaaaa', key_hash: newId(), scopes: ['DIRECTORY_READ'], created_by_name: 'Тест', created_at: world.clock.now(),
      }).execute();
      return key;
    },
    freshWebhook: async (): Promise<string> => {
      const hook = newId();
      await rows(world).insertInto('webhook').values({ id: hook, partner_id: idle, url: 'http://127.0.0.1:9/', events: ['PING'], secret: `v1.s1.${'A'.repeat(40)}`, active: true, created_at: world.clock.now() }).execute();
      return hook;
    },
  };
}

/** A district for the deputy who has none in a small country. */
async function readyDirectory(world: World): Promise<void> {
  const id = newId();
  await rows(world).insertInto('district').values({ id, body_id: world.psk.bodyId, number: 7, name_ru: 'Округ № 7', name_en: 'District 7' }).execute();
  await rows(world).updateTable('mandate').set({ district_id: id }).execute();
}

/** Accounts of aides of one deputy, invitations to that, and sessions to end. */
function accountSamples(world: World, deputyId: string, people: Record<string, Person>) {
  const invitation = async (): Promise<{ id: string; token: string }> => {
    const [id, token] = [newId(), newId()];
    await rows(world).insertInto('invitation').values({
      id, token_hash: hashOf(token), email: `${id}@staff.test`, name: 'Помощник', role: 'AIDE', regions: [], deputy_id: deputyId, locale: 'ru', invited_by: newId(),
      invited_by_name: 'Координатор', sent_at: world.clock.now(), expires_at: new Date(world.clock.now().getTime() + 86_400_000),
    }).execute();
    return { id, token };
  };
  return {
    made: async (): Promise<string> => (await world.accounts.createAccount({
      email: `${newId()}@staff.test`, password: 'test-test-test', name: 'Помощник', role: 'AIDE', regions: [], deputyId,
    })).id,
    invitation: async (): Promise<string> => (await invitation()).id,
    invited: async (): Promise<string> => (await invitation()).token,
    sessionOf: async (caller: string): Promise<string> => {
      const { data } = await (people[caller] ?? people['analyst']!).ask('{ mySessions { id current } }');
      // A session of its own for each: the caller's must live on.
      return (data!.mySessions as { id: string; current: boolean }[]).find(({ current }) => !current)?.id ?? newId();
    },
  };
}

/** A link as the mail would carry it: the database keeps only its hash. */
async function feedbackToken(world: World, { id }: SentAppeal): Promise<string> {
  const token = 'matrix-token-matrix-token-matrix';
  const { id: answerId } = await rows(world).selectFrom('message').select('id').where('appeal_id', '=', id).where('kind', '=', 'ANSWER').executeTakeFirstOrThrow();
  await rows(world).insertInto('feedback_link').values({ token_hash: hashOf(token), answer_id: answerId, valid_until: new Date('2026-12-01T00:00:00Z') }).execute();
  return token;
}

/** A value as GraphQL writes it. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value && typeof value === 'object') return `{ ${Object.entries(value).map(([key, own]) => `${key}: ${key === 'kind' ? String(own) : literal(own)}`).join(', ')} }`;
  return JSON.stringify(value);
}

function asCaller(name: string, person: Person, address: string, headers: Record<string, string> = {}): Caller {
  return {
    name, ask: person.ask,
    subscribe: (query) => new Promise((resolve) => {
      const client = createClient({
        url: `${address.replace('http', 'ws')}/graphql`, retryAttempts: 0,
        webSocketImpl: class extends WebSocket {
          constructor(url: string, protocols: string) {
            super(url, protocols, { headers: { ...(person.cookie ? { cookie: person.cookie } : {}), origin: address, ...headers } });
          }
        },
      });
      const end = (outcome: string): void => {
        clearTimeout(open);
        resolve(outcome);
        void client.dispose();
      };
      const open = setTimeout(() => end('+'), REFUSAL_MS);
      client.subscribe({ query }, {
        next: ({ errors }) => end(errors ? codeOf(errors[0]) : '+'),
        error: (error) => end(Array.isArray(error) ? codeOf(error[0]) : 'CONNECTION_CLOSED'),
        complete: () => end('CLOSED'),
      });
    }),
  };
}

const codeOf = (error: unknown): string => {
  const { code, reason } = (error as { extensions?: { code?: string; reason?: string } }).extensions ?? {};
  return [code ?? 'UNKNOWN', ...(reason && reason !== code ? [reason] : [])].join(' ');
};

/** A version of the model with figures, as a training would have left it. */
async function modelOf(world: World): Promise<void> {
  await rows(world).insertInto('suggestion_model').values({
    version: 1, trained_at: new Date('2026-03-20T00:00:00Z'), examples: 848, decisions: 100, in_use: false, parameters: null,
    figures: jsonb({
      topics: { count: 10, first: 0.8, amongThree: 0.9, byTopic: [{ code: 'housing.yards', count: 10, first: 8 }] }, kinds: { count: 10, right: 0.9 },
      reasons: { count: 10, precision: 0.7, recall: 0.5 },
    }),
  }).execute();
}

/** A campaign of these appeals, joined by a person. */
async function campaignOfAll(moderator: Person, appealIds: string[]): Promise<string> {
  const { data } = await moderator.ask('mutation($input: JoinCampaignInput!) { joinCampaign(input: $input) { campaign { id } } }', { input: { appealIds } });
  return data.joinCampaign.campaign.id;
}

/** A promise of an answer about which its applicant was asked, with a link where a token is given. */
async function promiseOf(world: World, { id: appealId }: SentAppeal, token: string | null = null): Promise<string> {
  const answer = await rows(world).selectFrom('message').select(['id', 'deputy_id']).where('appeal_id', '=', appealId).where('kind', '=', 'ANSWER').executeTakeFirstOrThrow();
  const [id, at] = [newId(), world.clock.now()];
  await rows(world).insertInto('promise').values({
    id, appeal_id: appealId, answer_id: answer.id, deputy_id: answer.deputy_id!, text: 'Починят до 1 апреля', due_on: '2026-03-20', state: 'ASKED', asked_at: at, outcome_at: null,
    link_hash: token && hashOf(token), link_used_at: null, created_at: at,
  }).execute();
  return id;
}
