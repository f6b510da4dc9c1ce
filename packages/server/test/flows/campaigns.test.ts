import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';

let world: World;
let worker: ReturnType<typeof workerOf>;
let moderator: Person;
let deputy: Person;

beforeAll(async () => {
  world = await startWorld('campaigns');
  worker = workerOf(world);
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
}, 60_000);
afterAll(async () => {
  worker.close();
  await world.stop();
});

const HEAT = 'На улице Лесной, дом 12, уже неделю холодные батареи. В квартирах четырнадцать градусов, дети болеют. Просим включить отопление и сделать перерасчёт.';
const sends = (text: string, email: string, place = world.psk) => submits(world.citizen, place, { subject: 'Нет тепла', text, applicant: { name: 'Вера Орлова', email } });
const campaignOf = async ({ id }: { id: string }, person = moderator) =>
  (await person.ask('query($id: ID!) { appeal(id: $id) { campaign { id title count waiting appeals { id } } campaignMembership { state score byName } history { event title } } }', { id })).data.appeal;
const bulk = async (person: Person, mutation: string, type: string, input: object) => {
  const { data, errors } = await person.ask(`mutation($input: ${type}!) { ${mutation}(input: $input) { campaign { id count } results { appealId done errors { code message } } errors { code } } }`, { input });
  return errors ? { errors } : data[mutation];
};

/** Each test writes of a house of its own, so that letters of others are about something else. */
let house = 10;
const threeOf = async (): Promise<[SentAppeal, SentAppeal, SentAppeal]> => {
  house += 1;
  const of = (text: string) => text.replace('дом 12', `дом ${house}`);
  const letters: [SentAppeal, SentAppeal, SentAppeal] = [
    await sends(of(HEAT), 'a@mail.example'), await sends(of(`${HEAT} Мне восемьдесят лет, греюсь у плиты.`), 'b@mail.example'), await sends(of(HEAT), 'c@mail.example')];
  await worker.work();
  return letters;
};

test('copies and copies with a paragraph are found as they come in; another house, another region and another matter are not', async () => {
  const letters = await threeOf();
  const other = await sends(HEAT.replace('дом 12', 'дом 99'), 'd@mail.example');
  const far = await sends(HEAT.replace('дом 12', `дом ${house}`), 'e@mail.example', world.nvs);
  const matter = await submits(world.citizen, world.psk, { subject: 'Автобус', text: `На улице Лесной, дом ${house}, убрали остановку автобуса № 5, пенсионеры ходят до рынка пешком.` });
  await worker.work();
  const found = await campaignOf(letters[0]);
  expect(found.campaign).toMatchObject({ title: 'Нет тепла', count: 3, waiting: 3 });
  expect(found.campaign.appeals.map(({ id }: { id: string }) => id)).toEqual(letters.map(({ id }) => id));
  expect(found.campaignMembership).toMatchObject({ state: 'FOUND', byName: null });
  for (const one of [other, matter]) expect((await campaignOf(one)).campaign).toBeNull();
  const colleague = await world.staffMember('MODERATOR', ['RU-NVS']);
  expect((await campaignOf(far, colleague)).campaign).toBeNull();
});

test('a campaign is one row of the queue', async () => {
  const letters = await threeOf();
  const ids = async (filter: string) => (await moderator.ask(`{ appeals(filter: { awaitingModeration: true, ${filter} }, first: 100) { edges { node { id } } } }`)).data.appeals.edges.map(({ node }: { node: { id: string } }) => node.id);
  const shown = await ids('oneOfEachCampaign: true');
  expect(letters.map(({ id }) => shown.includes(id))).toEqual([true, false, false]);
  const { campaign } = await campaignOf(letters[0]);
  expect((await ids(`campaignId: "${campaign.id}"`)).sort()).toEqual(letters.map(({ id }) => id).sort());
});

test('a person joins, splits and merges; each appeal has its row of history, and what was split is not found again', async () => {
  const [a, b, c] = await threeOf();
  const { campaign } = await campaignOf(a);
  const joined = await bulk(moderator, 'joinCampaign', 'JoinCampaignInput', { appealIds: [a.id, b.id], campaignId: campaign.id });
  expect(joined).toMatchObject({ campaign: { count: 3 }, errors: [], results: [{ done: true }, { done: true }] });
  const split = await bulk(moderator, 'splitCampaign', 'SplitCampaignInput', { appealIds: [c.id, c.id] });
  expect(split.results).toEqual([{ appealId: c.id, done: true, errors: [] }]);
  expect((await bulk(moderator, 'splitCampaign', 'SplitCampaignInput', { appealIds: [c.id] })).results[0].errors[0].code).toBe('NOT_IN_CAMPAIGN');
  expect((await campaignOf(b)).campaignMembership).toEqual({ state: 'JOINED', score: null, byName: 'Сотрудник MODERATOR' });
  expect((await campaignOf(b)).history.map(({ event }: { event: string }) => event)).toContain('CAMPAIGN_JOINED');
  expect((await campaignOf(c)).history.map(({ event }: { event: string }) => event)).toContain('CAMPAIGN_LEFT');
  expect((await campaignOf(c)).campaign).toBeNull();
  const fresh = await bulk(moderator, 'joinCampaign', 'JoinCampaignInput', { appealIds: [c.id] });
  const merged = await bulk(moderator, 'mergeCampaigns', 'MergeCampaignsInput', { campaignIds: [fresh.campaign.id], intoId: campaign.id });
  expect(merged).toMatchObject({ campaign: { id: campaign.id, count: 3 }, results: [{ appealId: c.id, done: true }] });
});

test('accepted together and answered once, with a paragraph for each; what is refused is said of that one, and the others are done', async () => {
  const letters = await threeOf();
  const versions = await Promise.all(letters.map((one) => versionOf(moderator, one)));
  const registered = await bulk(moderator, 'registerCampaign', 'RegisterCampaignInput', {
    appeals: letters.map(({ id }, i) => ({ id, version: i === 2 ? versions[i]! + 7 : versions[i]! })), topicCode: 'housing.utilities', deputyId: world.psk.deputies[0]!.id });
  expect(registered.results.map(({ done }: { done: boolean }) => done)).toEqual([true, true, false]);
  expect(registered.results[2].errors[0].code).toBe('CONFLICT');
  await registers(moderator, letters[2], world.psk, { topicCode: 'housing.utilities' });
  const answered = await bulk(deputy, 'answerCampaign', 'AnswerCampaignInput', {
    appeals: await Promise.all(letters.map(async (one, i) => ({ id: one.id, version: await versionOf(deputy, one), personal: i === 1 ? 'Вера Павловна, обогреватель привезут завтра.' : null }))),
    text: 'Тепло вернули вчера вечером, перерасчёт придёт в следующей квитанции.', result: 'MEASURES_TAKEN',
  });
  expect(answered.results.map(({ done }: { done: boolean }) => done)).toEqual([true, true, true]);
  const texts = await Promise.all(letters.map(async ({ id }) => (await deputy.ask('query($id: ID!) { appeal(id: $id) { status messages { kind text } questions { result } } }', { id })).data.appeal));
  expect(texts.map(({ status }) => status)).toEqual(['ANSWERED', 'ANSWERED', 'ANSWERED']);
  expect(texts[1].messages.at(-1).text).toBe('Вера Павловна, обогреватель привезут завтра.\n\nТепло вернули вчера вечером, перерасчёт придёт в следующей квитанции.');
  expect(texts[0].messages.at(-1).text).toBe('Тепло вернули вчера вечером, перерасчёт придёт в следующей квитанции.');
  expect(texts[2].questions).toEqual([{ result: 'MEASURES_TAKEN' }]);
});

test('a complaint of many is not given to whom it is about either', async () => {
  const letters = await threeOf();
  const appeals = await Promise.all(letters.map(async (one) => ({ id: one.id, version: await versionOf(moderator, one) })));
  const [own, other] = world.psk.deputies;
  const input = { appeals, topicCode: 'housing.utilities', deputyId: own!.id, kind: 'COMPLAINT', aboutDeputyId: own!.id };
  const refused = await bulk(moderator, 'registerCampaign', 'RegisterCampaignInput', input);
  expect(refused.results.map(({ errors }: { errors: { code: string }[] }) => errors.map(({ code }) => code))).toEqual([['COMPLAINT_TO_ITS_SUBJECT'], ['COMPLAINT_TO_ITS_SUBJECT'], ['COMPLAINT_TO_ITS_SUBJECT']]);
  const accepted = await bulk(moderator, 'registerCampaign', 'RegisterCampaignInput', { ...input, deputyId: other!.id });
  expect(accepted.results.map(({ done }: { done: boolean }) => done)).toEqual([true, true, true]);
});

test('nobody joins or answers what is not theirs', async () => {
  const [a] = await threeOf();
  const stranger = await world.staffMember('MODERATOR', ['RU-NVS']);
  expect((await bulk(stranger, 'joinCampaign', 'JoinCampaignInput', { appealIds: [a.id] })).errors[0].extensions.code).toBe('NOT_FOUND');
  expect((await bulk(deputy, 'splitCampaign', 'SplitCampaignInput', { appealIds: [a.id] })).errors[0].extensions.code).toBe('FORBIDDEN');
  expect((await bulk(moderator, 'answerCampaign', 'AnswerCampaignInput', { appeals: [{ id: a.id, version: 1 }], text: 'Да', result: 'EXPLAINED' })).errors[0].extensions.code).toBe('FORBIDDEN');
  const { campaign } = await campaignOf(a);
  expect((await stranger.ask('query($id: ID!) { campaign(id: $id) { title } }', { id: campaign.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await bulk(moderator, 'joinCampaign', 'JoinCampaignInput', { appealIds: [] })).errors).toEqual([{ code: 'NOTHING_CHOSEN' }]);
});
