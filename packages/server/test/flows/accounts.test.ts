import { createClient } from 'graphql-ws';
import { sql } from 'kysely';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountsVisibleTo } from '../../src/accounts/accounts.scope.js';
import { canSeeScope } from '../../src/accounts/accounts.policy.js';
import { rowsOf } from '../../src/db/orm.js';
import { ROLES, type StaffActor } from '../../src/shared/actor.js';
import { newId } from '../../src/shared/ids.js';
import { move, registers, submits, versionOf } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { decoded, forgetJobs, mailServer, workerOf } from './notifications.fixture.js';

const PASSWORD = 'test-test-test';
const DAY_MS = 86_400_000;

let world: World;
let mails: Awaited<ReturnType<typeof mailServer>>;
let worker: ReturnType<typeof workerOf>;
let administrator: Person;
let coordinator: Person;

beforeAll(async () => {
  world = await startWorld('accounts_flow');
  mails = await mailServer();
  worker = workerOf(world, mails.url);
  administrator = await world.staffMember('ADMINISTRATOR');
  coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
}, 120_000);
beforeEach(() => forgetJobs(world));
afterAll(async () => {
  worker?.close();
  await mails?.stop();
  await world?.stop();
});

const INVITE = 'mutation($input: InviteAccountInput!) { inviteAccount(input: $input) { invitation { id email state expiresAt regions { code } deputy { id } } errors { code field } } }';
const ACCEPT = 'mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email errors { code field } } }';
const OFFER = 'query($token: String!) { invitation(token: $token) { email name role deputyName regions { code } minPasswordLength } }';
const DEACTIVATE = 'mutation($input: DeactivateAccountInput!) { deactivateAccount(input: $input) { account { id deactivatedAt openAppeals } errors { code field message } } }';
const SCOPE = 'mutation($input: ChangeAccountScopeInput!) { changeAccountScope(input: $input) { account { id role regions { code } } errors { code field } } }';

const newEmail = (): string => `${newId()}@mail.example`;
const aide = (more: Record<string, unknown> = {}) => ({ email: newEmail(), name: 'Елена Помощник', role: 'AIDE', deputyId: world.psk.deputies[0]!.id, ...more });
const idOf = async (person: Person): Promise<string> => (await person.ask('{ me { id } }')).data.me.id;
const rows = () => rowsOf(world.database.orm.em.fork());
const deeds = async (id: string): Promise<string[]> => (await rows().selectFrom('history_entry').where('stream', '=', `account:${id}`).orderBy('position').select('event').execute()).map(({ event }) => event);

/** Invites, lets the letter be sent, and takes the token out of it. */
async function invited(by: Person, input: Record<string, unknown>): Promise<{ id: string; email: string; token: string; letter: string }> {
  const { data, raw } = await by.ask(INVITE, { input });
  expect(data?.inviteAccount.errors, raw).toEqual([]);
  const letter = await lastLetter();
  return { id: data.inviteAccount.invitation.id, email: data.inviteAccount.invitation.email, token: tokenOf(letter), letter };
}
async function lastLetter(): Promise<string> {
  await worker.work();
  return decoded(mails.received.at(-1)!.raw);
}
const tokenOf = (letter: string): string => /\/admin\/invitation\?token=([\w-]+)/.exec(letter)![1]!;
const accept = (token: string, password = PASSWORD) => world.citizen.ask(ACCEPT, { input: { token, name: 'Елена Ивановна Помощник', password } });
const reasonOf = ({ errors }: Awaited<ReturnType<Person['ask']>>): string | undefined => errors?.[0]?.extensions.reason ?? errors?.[0]?.extensions.code;

describe('an invitation', () => {
  test('goes by mail, says what it offers, and becomes an account that signs in', async () => {
    const { id, email, token, letter } = await invited(coordinator, aide());
    expect(letter).toContain('Елена Помощник');
    expect(letter).toContain('помощник депутата');
    expect((await world.citizen.ask(OFFER, { token })).data.invitation).toEqual({
      email, name: 'Елена Помощник', role: 'AIDE', deputyName: 'Анна Петровна Абрамова', regions: [], minPasswordLength: 10,
    });
    const { data } = await accept(token);
    expect(data.acceptInvitation).toEqual({ email, errors: [] });
    const person = await world.signIn(email);
    expect((await person.ask('{ me { name role deputy { id } } }')).data.me).toEqual({ name: 'Елена Ивановна Помощник', role: 'AIDE', deputy: { id: world.psk.deputies[0]!.id } });
    expect(await deeds(id)).toEqual(['ACCOUNT_INVITED']);
    expect(await deeds(await idOf(person))).toEqual(['ACCOUNT_CREATED']);
    // What is left of the letter has no secret in it, nor has the table.
    const mail = await rows().selectFrom('mail').where('kind', '=', 'INVITATION').orderBy('created_at', 'desc').orderBy('id', 'desc').select(['state', 'text']).executeTakeFirstOrThrow();
    expect(mail).toEqual({ state: 'SENT', text: null });
    const { rows: [kept] } = await sql<{ row: string }>`select i::text as row from invitation i where id = ${id}`.execute(rows());
    expect(kept!.row).not.toContain(token);
  });

  test('is used once, even by two at the same moment', async () => {
    const { token, email } = await invited(administrator, aide());
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map((answer) => reasonOf(answer) ?? answer.data.acceptInvitation.email).sort()).toEqual(['INVITATION_USED', email].sort());
    expect(reasonOf(await world.citizen.ask(OFFER, { token }))).toBe('INVITATION_USED');
  });

  test('expires after seven days, is sent again with another link, and ends when it is revoked', async () => {
    const { id, token } = await invited(administrator, aide());
    const start = world.clock.now();
    world.clock.set(new Date(start.getTime() + 7 * DAY_MS));
    const late = await world.staffMember('ADMINISTRATOR');
    expect(reasonOf(await world.citizen.ask(OFFER, { token }))).toBe('INVITATION_EXPIRED');
    expect(reasonOf(await accept(token))).toBe('INVITATION_EXPIRED');
    expect((await late.ask('{ invitations(filter: { state: EXPIRED }) { totalCount edges { node { id state } } } }')).data.invitations.edges).toContainEqual({ node: { id, state: 'EXPIRED' } });
    await late.ask(`mutation { resendInvitation(id: "${id}") { errors { code } } }`);
    const again = tokenOf(await lastLetter());
    expect(reasonOf(await world.citizen.ask(OFFER, { token }))).toBe('INVITATION_UNKNOWN');
    expect((await world.citizen.ask(OFFER, { token: again })).data.invitation).toBeTruthy();
    await late.ask(`mutation { revokeInvitation(id: "${id}") { errors { code } } }`);
    expect(reasonOf(await accept(again))).toBe('INVITATION_REVOKED');
    expect(await deeds(id)).toEqual(['ACCOUNT_INVITED', 'ACCOUNT_INVITED', 'INVITATION_REVOKED']);
    const refused = await late.ask(`mutation { resendInvitation(id: "${id}") { errors { code } } }`);
    expect(refused.data.resendInvitation.errors).toEqual([{ code: 'INVITATION_NOT_WAITING' }]);
    world.clock.set(start);
  });

  test('that failed half-way is completed by the next try, with the password of that', async () => {
    const { token, email } = await invited(administrator, aide());
    await world.app.parts.auth.context.then(async ({ internalAdapter, password }) => {
      const user = await internalAdapter.createUser({ email, name: 'Половина', emailVerified: true }, { method: 'email-password' });
      await internalAdapter.linkAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password: await password.hash('the-password-of-the-crash') });
    });
    expect((await accept(token)).data.acceptInvitation.errors).toEqual([]);
    expect(await idOf(await world.signIn(email))).toBeTruthy();
  });

  test('is not spent by a password that is too short, nor by a name that is missing', async () => {
    const { token, email } = await invited(administrator, aide());
    expect((await accept(token, 'short')).data.acceptInvitation).toEqual({ email: null, errors: [{ code: 'PASSWORD_TOO_SHORT', field: 'password' }] });
    expect((await world.citizen.ask(ACCEPT, { input: { token, name: ' ', password: PASSWORD } })).data.acceptInvitation.errors).toEqual([{ code: 'NAME_EMPTY', field: 'name' }]);
    expect((await accept(token)).data.acceptInvitation.email).toBe(email);
  });

  test('for an address that has an account, or an invitation that one could send again, is refused', async () => {
    const { token, email } = await invited(coordinator, aide());
    const code = async (by: Person) => (await by.ask(INVITE, { input: aide({ email }) })).data.inviteAccount.errors;
    expect(await code(administrator)).toEqual([{ code: 'INVITATION_WAITING', field: 'email' }]);
    await accept(token);
    expect(await code(administrator)).toEqual([{ code: 'ACCOUNT_EXISTS', field: 'email' }]);
  });

  test.each([
    ['a moderator, of a coordinator', { role: 'MODERATOR', deputyId: null, regionCodes: ['RU-PSK'] }],
    ['an aide of another region, of a coordinator', () => ({ deputyId: world.nvs.deputies[0]!.id })],
  ])('to %s is forbidden', async (_who, more) => {
    expect(reasonOf(await coordinator.ask(INVITE, { input: aide(typeof more === 'function' ? more() : more) }))).toBe('FORBIDDEN');
  });

  test.each([
    ['without a region', { role: 'MODERATOR', deputyId: null }, 'ACCOUNT_REGIONS_MISSING'],
    ['with a region that does not exist', { role: 'MODERATOR', deputyId: null, regionCodes: ['RU-XXX'] }, 'REGION_UNKNOWN'],
    ['with a deputy that does not exist', { deputyId: '0197a000-0000-7000-8000-000000000000' }, 'DEPUTY_UNKNOWN'],
    ['to no address', { email: 'nobody' }, 'EMAIL_INVALID'],
    ['to no name', { name: ' ' }, 'PERSON_NAME_EMPTY'],
  ])('%s is refused with a code', async (_what, more, code) => {
    expect((await administrator.ask(INVITE, { input: aide(more) })).data.inviteAccount).toMatchObject({ invitation: null, errors: [{ code }] });
  });
});

test('the wall of lists says the same as the policy, for every role', async () => {
  await world.staffMember('MODERATOR', ['RU-PSK', 'RU-NVS']);
  await world.staffMember('ANALYST');
  await world.staffMember('DEPUTY', [], world.nvs.deputies[1]!.id);
  const all = await rows().selectFrom('account as a').leftJoin('deputy as d', 'd.id', 'a.deputy_id').select(['a.id', 'a.role', 'a.regions', 'd.region_code as deputyRegion']).execute();
  for (const role of ROLES) {
    for (const regions of [[], ['RU-NVS'], ['RU-PSK', 'RU-NVS']]) {
      const actor: StaffActor = { kind: 'STAFF', accountId: newId(), sessionId: 's', sessionExpiresAt: new Date(), name: 'Я', email: 'me', role, regions, deputyId: null };
      const seen = await rows().selectFrom('account as a').leftJoin('deputy as d', 'd.id', 'a.deputy_id').where(accountsVisibleTo(actor)).select('a.id').execute();
      expect(new Set(seen.map(({ id }) => id)), `${role} ${regions.join()}`)
        .toEqual(new Set(all.filter((row) => canSeeScope(actor, { ...row, deputyRegion: row.deputyRegion ?? null })).map(({ id }) => id)));
    }
  }
});

describe('a changed scope', () => {
  test('holds at once and ends what the person watches', async () => {
    const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
    const appeal = await submits(world.citizen, world.psk);
    const watch = await watching(moderator);
    expect(await versionOf(moderator, appeal)).toBeGreaterThan(0);
    const { data } = await administrator.ask(SCOPE, { input: { id: await idOf(moderator), role: 'MODERATOR', regionCodes: ['RU-NVS'] } });
    expect(data.changeAccountScope).toMatchObject({ account: { regions: [{ code: 'RU-NVS' }] }, errors: [] });
    await watch.ended;
    expect(reasonOf(await moderator.ask('query($id: ID!) { appeal(id: $id) { id } }', { id: appeal.id }))).toBe('NOT_FOUND');
    expect(await deeds(await idOf(moderator))).toEqual(['ACCOUNT_CREATED', 'ACCOUNT_CHANGED']);
  });

  test('is not for the own account, nor for staff of a coordinator', async () => {
    const own = await administrator.ask(SCOPE, { input: { id: await idOf(administrator), role: 'ANALYST' } });
    expect(own.data.changeAccountScope.errors).toEqual([{ code: 'ACCOUNT_IS_OWN', field: 'id' }]);
    const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
    expect(reasonOf(await coordinator.ask(SCOPE, { input: { id: await idOf(moderator), role: 'COORDINATOR', regionCodes: ['RU-PSK'] } }))).toBe('FORBIDDEN');
    const deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id);
    expect(reasonOf(await coordinator.ask(SCOPE, { input: { id: await idOf(deputy), role: 'ADMINISTRATOR' } }))).toBe('FORBIDDEN');
  });
});

describe('a deactivated account', () => {
  test('has no session, no subscription and no sign-in from that moment, and comes back whole', async () => {
    const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
    const id = await idOf(moderator);
    const { data: { account: { email } } } = await administrator.ask(`{ account(id: "${id}") { email lastSeenAt viewerCanDeactivate } }`);
    const watch = await watching(moderator);
    const { data } = await administrator.ask(DEACTIVATE, { input: { id } });
    expect(data.deactivateAccount).toMatchObject({ account: { deactivatedAt: expect.any(String) as string }, errors: [] });
    await watch.ended;
    expect((await moderator.ask('{ me { id } }')).data.me).toBeNull();
    await expect(world.signIn(email)).rejects.toThrow(/INVALID_EMAIL_OR_PASSWORD/);
    await administrator.ask(`mutation { reactivateAccount(id: "${id}") { errors { code } } }`);
    expect((await moderator.ask('{ me { id } }')).data.me).toBeNull();
    expect(await idOf(await world.signIn(email))).toBe(id);
    expect(await deeds(id)).toEqual(['ACCOUNT_CREATED', 'ACCOUNT_DEACTIVATED', 'ACCOUNT_REACTIVATED']);
  });

  test('brings nobody in any more: its waiting invitations are revoked', async () => {
    const leaving = await world.staffMember('COORDINATOR', ['RU-PSK']);
    const { id, token } = await invited(leaving, aide());
    await administrator.ask(DEACTIVATE, { input: { id: await idOf(leaving) } });
    expect(reasonOf(await accept(token))).toBe('INVITATION_REVOKED');
    expect(await deeds(id)).toEqual(['ACCOUNT_INVITED', 'INVITATION_REVOKED']);
  });

  test('is never the own one, nor one of another region', async () => {
    expect((await coordinator.ask(DEACTIVATE, { input: { id: await idOf(coordinator) } })).data.deactivateAccount.errors).toMatchObject([{ code: 'ACCOUNT_IS_OWN' }]);
    const foreign = await world.staffMember('AIDE', [], world.nvs.deputies[0]!.id);
    expect(reasonOf(await coordinator.ask(DEACTIVATE, { input: { id: await idOf(foreign) } }))).toBe('NOT_FOUND');
  });

  test('leaves an administrator, also when two take each other out at the same moment', async () => {
    const empty = await startWorld('last_administrator');
    const [one, two] = [await empty.staffMember('ADMINISTRATOR'), await empty.staffMember('ADMINISTRATOR')];
    const [first, second] = [await idOf(one), await idOf(two)];
    await Promise.all([one.ask(DEACTIVATE, { input: { id: second } }), two.ask(DEACTIVATE, { input: { id: first } })]);
    const left = await rowsOf(empty.database.orm.em.fork()).selectFrom('account').where('role', '=', 'ADMINISTRATOR').where('deactivated_at', 'is', null).select('id').execute();
    expect(left).toHaveLength(1);
    await empty.stop();
  }, 60_000);
});

describe('open work of a deputy who leaves', () => {
  test('goes to another deputy of the region with status, deadline and history, and nothing is left behind', async () => {
    const [from, to] = [world.psk.deputies[0]!, world.psk.deputies[1]!];
    const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
    const leaving = await world.staffMember('DEPUTY', [], from.id);
    const other = await world.staffMember('DEPUTY', [], to.id);
    const appeals = [await submits(world.citizen, world.psk), await submits(world.citizen, world.psk), await submits(world.citizen, world.psk)];
    const registered = [];
    for (const appeal of appeals) registered.push(await registers(moderator, appeal, world.psk));
    await move(leaving, 'beginAppeal', 'BeginAppealInput', { id: appeals[0]!.id, version: registered[0]!.version });
    await leaving.ask('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: appeals[0]!.id, text: 'Начатый ответ', questions: [] } });
    const id = await idOf(leaving);

    const { data: { account } } = await coordinator.ask(`{ account(id: "${id}") { openAppeals } }`);
    expect(account.openAppeals).toBeGreaterThanOrEqual(3);
    const needed = await coordinator.ask(DEACTIVATE, { input: { id } });
    expect(needed.data.deactivateAccount.errors).toMatchObject([{ code: 'HAND_OVER_NEEDED', field: 'handOverToDeputyId', message: expect.stringContaining(String(account.openAppeals)) as string }]);
    expect((await leaving.ask('{ me { id } }')).data.me).toEqual({ id });
    // A coordinator may not leave them with nobody, and not give them to another region.
    expect((await coordinator.ask(DEACTIVATE, { input: { id, leaveOpenAppeals: true } })).data.deactivateAccount.errors).toMatchObject([{ code: 'HAND_OVER_NEEDED' }]);
    expect((await coordinator.ask(DEACTIVATE, { input: { id, handOverToDeputyId: world.nvs.deputies[0]!.id } })).data.deactivateAccount.errors).toMatchObject([{ code: 'DEPUTY_NOT_IN_REGION', field: 'handOverToDeputyId' }]);
    expect((await coordinator.ask(SCOPE, { input: { id, role: 'DEPUTY', deputyId: to.id } })).data.changeAccountScope.errors).toEqual([{ code: 'HAND_OVER_NEEDED', field: 'deputyId' }]);

    const done = await coordinator.ask(DEACTIVATE, { input: { id, handOverToDeputyId: to.id } });
    expect(done.data.deactivateAccount).toMatchObject({ account: { openAppeals: 0 }, errors: [] });
    for (const [i, { id: appealId }] of appeals.entries()) {
      const { data } = await other.ask('query($id: ID!) { appeal(id: $id) { status dueOn version deputy { id } draft { text } } }', { id: appealId });
      expect(data.appeal).toMatchObject({ status: i === 0 ? 'IN_PROGRESS' : 'REGISTERED', dueOn: registered[i]!.dueOn, deputy: { id: to.id }, draft: i === 0 ? { text: 'Начатый ответ' } : null });
      expect(data.appeal.version).toBeGreaterThan(registered[i]!.version);
      const last = await rows().selectFrom('history_entry').where('stream', '=', `appeal:${appealId}`).where('event', '=', 'MOVE').orderBy('position', 'desc').select(['move', 'actor_kind', 'reason']).executeTakeFirstOrThrow();
      expect(last).toEqual({ move: 'HAND_OVER', actor_kind: 'COORDINATOR', reason: 'ACCOUNT_DEACTIVATED' });
    }
    const { mandate_id: mandate } = await rows().selectFrom('appeal').where('id', '=', appeals[0]!.id).select('mandate_id').executeTakeFirstOrThrow();
    expect(mandate).toBe(to.mandateId);
    await other.ask('{ me { id } }');
  }, 60_000);

  test('can be handed over before anybody leaves, and the count says how many moved', async () => {
    const [from, to] = [world.nvs.deputies[0]!, world.nvs.deputies[1]!];
    const moderator = await world.staffMember('MODERATOR', ['RU-NVS']);
    for (let i = 0; i < 3; i += 1) await registers(moderator, await submits(world.citizen, world.nvs), world.nvs);
    const give = (by: Person, input: Record<string, unknown>) => by.ask('mutation($input: HandOverAppealsInput!) { handOverAppeals(input: $input) { handedOver errors { code field } } }', { input: { fromDeputyId: from.id, toDeputyId: to.id, reason: 'Болезнь', ...input } });
    expect(reasonOf(await give(coordinator, {}))).toBe('FORBIDDEN');
    expect((await give(administrator, { toDeputyId: from.id })).data.handOverAppeals).toEqual({ handedOver: 0, errors: [{ code: 'HAND_OVER_TO_THE_SAME', field: 'toDeputyId' }] });
    expect((await give(administrator, { reason: ' ' })).data.handOverAppeals.errors).toEqual([{ code: 'REASON_MISSING', field: 'reason' }]);
    await rows().updateTable('deputy').set({ contact_confirmed_at: null }).where('id', '=', to.id).execute();
    await rows().updateTable('account').set({ deactivated_at: world.clock.now() }).where('deputy_id', '=', to.id).execute();
    expect((await give(administrator, {})).data.handOverAppeals.errors).toEqual([{ code: 'DEPUTY_NOT_REACHABLE', field: 'toDeputyId' }]);
    await rows().updateTable('deputy').set({ contact_confirmed_at: world.clock.now() }).where('id', '=', to.id).execute();
    expect((await give(administrator, {})).data.handOverAppeals).toEqual({ handedOver: 3, errors: [] });
    expect((await give(administrator, {})).data.handOverAppeals).toEqual({ handedOver: 0, errors: [] });
  }, 60_000);

  test('may stay with nobody by an explicit word of an administrator', async () => {
    const from = world.nvs.deputies[0]!;
    const moderator = await world.staffMember('MODERATOR', ['RU-NVS']);
    const leaving = await world.staffMember('DEPUTY', [], from.id);
    await registers(moderator, await submits(world.citizen, world.nvs), world.nvs);
    const { data } = await administrator.ask(DEACTIVATE, { input: { id: await idOf(leaving), leaveOpenAppeals: true } });
    expect(data.deactivateAccount).toMatchObject({ account: { openAppeals: 1 }, errors: [] });
  }, 60_000);
});

describe('the own sessions', () => {
  test('are listed with device and half an address, and end elsewhere at once', async () => {
    const { email } = (await administrator.ask(`{ account(id: "${await idOf(coordinator)}") { email } }`)).data.account;
    const [here, elsewhere] = [await world.signIn(email), await world.signIn(email)];
    const { data } = await here.ask('{ mySessions { id current device address createdAt lastSeenAt expiresAt } }');
    expect(data.mySessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    expect(data.mySessions[0]).toMatchObject({ current: true, address: '127.0.x.x' });
    expect((await here.ask('mutation { endOtherSessions { ended errors { code } } }')).data.endOtherSessions.ended).toBeGreaterThanOrEqual(1);
    expect((await elsewhere.ask('{ me { id } }')).data.me).toBeNull();
    expect((await here.ask('{ mySessions { id } }')).data.mySessions).toHaveLength(1);
    const foreign = (await administrator.ask('{ mySessions { id } }')).data.mySessions[0].id as string;
    expect(reasonOf(await here.ask(`mutation { endSession(id: "${foreign}") { ended } }`))).toBe('NOT_FOUND');
    coordinator = here;
  });
});

test('a person without the second factor that the role must have sees who they are, and nothing of the work', async () => {
  const strict = await startWorld('second_factor', undefined, { env: { REQUIRE_TWO_FACTOR: 'MODERATOR' } });
  const moderator = await strict.staffMember('MODERATOR', ['RU-PSK']);
  expect((await moderator.ask('{ me { role twoFactorRequired twoFactorEnabled } }')).data.me).toEqual({ role: 'MODERATOR', twoFactorRequired: true, twoFactorEnabled: false });
  for (const query of ['{ appeals { totalCount } }', '{ feedback { totalCount } }', '{ accounts { totalCount } }']) expect(reasonOf(await moderator.ask(query)), query).toBe('TWO_FACTOR_REQUIRED');
  expect((await moderator.ask('{ about { serviceName } regions { code } mySessions { current } }')).errors).toBeUndefined();
  expect((await moderator.ask('mutation { setLocale(locale: en) { id } }')).errors).toBeUndefined();
  await strict.stop();
}, 60_000);

/** A subscription of the person, and the promise of its end. */
async function watching(person: Person): Promise<{ ended: Promise<void> }> {
  const address = world.app.http.server.listening ? addressOf() : await world.app.http.listen({ port: 0, host: '127.0.0.1' });
  const client = createClient({
    url: `${address.replace('http', 'ws')}/graphql`, retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { cookie: person.cookie, origin: address } });
      }
    },
  });
  const ended = new Promise<void>((resolve) => {
    client.subscribe({ query: 'subscription { appealSubmitted { id } }' }, { next: () => undefined, error: () => resolve(), complete: resolve });
  }).finally(() => client.dispose());
  // The server must have begun to listen before something happens.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { ended };
}
function addressOf(): string {
  const at = world.app.http.server.address();
  return `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
}
