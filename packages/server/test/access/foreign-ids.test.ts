import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/shared/ids.js';
import { pdf } from '../files/samples.js';
import { uploaded } from '../files/uploads.js';
import { answers, move, registers, submits, versionOf } from '../support/steps.js';
import { matrixWorld, type MatrixWorld } from './matrix.fixture.js';
import { idArguments, idsSeen, type Caller, type IdArgument } from './matrix.walk.js';

/** Of what type the thing is that an argument names; an argument that is not listed fails the test. */
const NAMES: Record<string, string> = {
  appealIds: 'Appeal', campaignId: 'Campaign', campaignIds: 'Campaign', intoId: 'Campaign',
  fromDeputyId: 'Deputy', toDeputyId: 'Deputy', handOverToDeputyId: 'Deputy', aboutDeputyId: 'Deputy',
  attachments: 'Attachment', draftAttachments: 'Attachment', attachmentId: 'Attachment', others: 'Appeal', ids: 'SavedView',
  appealId: 'Appeal', deputyId: 'Deputy', bodyId: 'RepresentativeBody', factionId: 'Faction', feedbackId: 'Feedback', promiseId: 'LedgerPromise', partnerId: 'Partner',
};
const OF_FIELD: Record<string, string> = {
  'Query.campaign': 'Campaign', 'Mutation.registerCampaign': 'Appeal', 'Mutation.answerCampaign': 'Appeal',
  'Mutation.changeView': 'SavedView', 'Mutation.deleteView': 'SavedView',
  'Query.bulkMove': 'BulkMove', 'Mutation.startBulkMove': 'BulkMove', 'Mutation.stopBulkMove': 'BulkMove', 'Mutation.undoBulkMove': 'BulkMove',
  'Query.account': 'Account', 'Mutation.changeAccountScope': 'Account', 'Mutation.deactivateAccount': 'Account', 'Mutation.reactivateAccount': 'Account',
  'Mutation.resendInvitation': 'Invitation', 'Mutation.revokeInvitation': 'Invitation', 'Mutation.endSession': 'Session',
  'Query.appeal': 'Appeal', 'Query.deputy': 'Deputy',
  'Mutation.registerAppeal': 'Appeal', 'Mutation.rejectAppeal': 'Appeal', 'Mutation.requestClarification': 'Appeal', 'Mutation.beginAppeal': 'Appeal',
  'Mutation.answerAppeal': 'Appeal', 'Mutation.forwardToDeputy': 'Appeal', 'Mutation.acceptForwarded': 'Appeal', 'Mutation.returnForwarded': 'Appeal',
  'Mutation.discardKeptDraft': 'KeptDraft', 'Mutation.forwardOutside': 'Appeal', 'Mutation.returnToModeration': 'Appeal', 'Mutation.extendAppeal': 'Appeal', 'Mutation.reopenByStaff': 'Appeal', 'Mutation.markUrgent': 'Appeal', 'Mutation.undoMove': 'Appeal',
  'Mutation.changeTemplate': 'Template', 'Mutation.archiveTemplate': 'Template',
  'Query.partner': 'Partner', 'Mutation.changePartner': 'Partner', 'Mutation.suspendPartner': 'Partner', 'Mutation.resumePartner': 'Partner',
  'Mutation.rotatePartnerKey': 'PartnerKey', 'Mutation.revokePartnerKey': 'PartnerKey', 'Mutation.changeWebhook': 'Webhook', 'Mutation.deleteWebhook': 'Webhook',
  'Mutation.pingWebhook': 'Webhook', 'Mutation.replayDelivery': 'WebhookDelivery',
};
/** Ids of one type that are asked of one caller: the test is about kinds of things, not about their number. */
const ASKED = 3;

let world: MatrixWorld;
let callers: Caller[];
const seen = new Map<string, Map<string, Set<string>>>();

beforeAll(async () => {
  world = await matrixWorld();
  const { world: country } = world;
  const moderatorOfNvs = await country.staffMember('MODERATOR', ['RU-NVS']);
  const deputyOfNvs = await country.staffMember('DEPUTY', [], country.nvs.deputies[0]!.id);
  // The third one waits in the queue.
  const [answered, open] = [await submits(country.citizen, country.nvs, { attachments: [await uploaded(country, pdf(), 'чек.pdf')] }), await submits(country.citizen, country.nvs), await submits(country.citizen, country.nvs)];
  await registers(moderatorOfNvs, answered, country.nvs);
  await answers(deputyOfNvs, answered);
  await country.citizen.ask('mutation($input: GiveFeedbackInput!) { giveFeedback(input: $input) { errors { code } } }', {
    input: { number: answered.number, code: answered.code, quality: 2, comment: 'Тайный комментарий' },
  });
  await registers(moderatorOfNvs, open, country.nvs);
  await move(deputyOfNvs, 'beginAppeal', 'BeginAppealInput', { id: open.id, version: await versionOf(deputyOfNvs, open) });
  callers = [...world.callers, world.asCaller('moderator of another region', moderatorOfNvs), world.asCaller('deputy of another region', deputyOfNvs)];
  // Walked with no more than lists: what a sample names is one caller's own.
  for (const caller of callers) seen.set(caller.name, await idsSeen(country.app.schema, LISTS, caller));
}, 300_000);
afterAll(() => world.stop());

const LISTS = { 'Query.rating': () => 'filter: {}', 'Query.savedViews': () => 'place: QUEUE' };

const typeOf = ({ root, field, names }: IdArgument): string | undefined => (names.at(-1) === 'id' ? OF_FIELD[`${root}.${field.name}`] : NAMES[names.at(-1)!]);

test('every argument that takes an id is named here', () => {
  expect(idArguments(world.world.app.schema).filter((argument) => !typeOf(argument)).map(({ root, field, names }) => `${root}.${field.name} ${names.join('.')}`)).toEqual([]);
});

test('what one sees by its id, nobody else learns of: the answer is the one to an id that does not exist', async () => {
  const leaks: string[] = [];
  let asked = 0;
  for (const argument of idArguments(world.world.app.schema)) {
    const type = typeOf(argument)!;
    const everyones = new Set([...seen.values()].flatMap((types) => [...(types.get(type) ?? [])]));
    for (const caller of callers) {
      // Viewer is the own account under another name.
      const own = new Set(type === 'Account' ? ['Account', 'Viewer'].flatMap((name) => [...(seen.get(caller.name)!.get(name) ?? [])]) : seen.get(caller.name)!.get(type));
      const foreigners = [...everyones].filter((one) => !own.has(one)).slice(0, ASKED);
      const unknown = foreigners.length > 0 ? await ask(caller, argument, newId()) : '';
      for (const id of foreigners) {
        const foreign = await ask(caller, argument, id);
        asked += 1;
        if (foreign !== unknown) leaks.push(`${caller.name}: ${argument.root}.${argument.field.name} of a foreign ${type}\n  ${foreign}\n  ${unknown}`);
      }
    }
  }
  expect(leaks).toEqual([]);
  expect(asked).toBeGreaterThan(50);
}, 300_000);

/** The answer to the field with this id, without what differs from request to request. */
async function ask(caller: Caller, { operation, root, field, names }: IdArgument, id: string): Promise<string> {
  const sample = world.samples[`${root}.${field.name}`];
  const name = names.at(-1)!;
  const args = sample ? [await sample(caller.name)].flat()[0]!.replace(new RegExp(`\\b${name}: (?:"[^"]*"|\\[[^\\]]*\\])`), (given) => (given.endsWith(']') ? `${name}: ["${id}"]` : `${name}: "${id}"`)) : inside(names, id);
  // What the sample leaves out is put into its input.
  const withId = args.includes(id) ? args : sample && names.length > 1 ? args.replace(/\s*\}\s*$/, `, ${name}: "${id}" }`) : `${args}, ${inside(names, id)}`;
  const { raw } = await caller.ask(`${operation} { ${field.name}(${withId}) { __typename ${field.name.endsWith('s') && !field.args.some((arg) => arg.name === 'input') ? 'totalCount' : ''} } }`);
  // What a key has left of its quota is another figure each time.
  return raw.replaceAll(id, '<id>').replaceAll(/"requestId":"[^"]*"/g, '').replace(/"extensions":\{"cost":.*$/, '');
}

const inside = (names: readonly string[], id: string): string => names.reduceRight((inner, name, i) => (i === names.length - 1 ? `${name}: "${id}"` : `${name}: { ${inner} }`), '');
