import { expect } from 'vitest';
import type { Person, Place } from './world.js';

export interface SentAppeal {
  id: string;
  number: string;
  code: string;
}

const SUBMIT = 'mutation($input: SubmitAppealInput!) { submitAppeal(input: $input) { appeal { id number } code errors { code field message } } }';

export const letter = (place: Place, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  regionCode: place.code, subject: 'Нет освещения на улице', text: 'Третий месяц на нашей улице не горят фонари, дети идут из школы в темноте.', kind: 'COMPLAINT',
  applicant: { name: 'Мария Ивановна Петрова', email: 'petrova@mail.example' }, consent: true, ...more,
});

/** A citizen sends a letter. */
export async function submits(citizen: Person, place: Place, more: Record<string, unknown> = {}): Promise<SentAppeal> {
  const { data, raw } = await citizen.ask(SUBMIT, { input: letter(place, more) });
  expect(data?.submitAppeal.errors, raw).toEqual([]);
  return { id: data.submitAppeal.appeal.id, number: data.submitAppeal.appeal.number, code: data.submitAppeal.code };
}

export const tryToSubmit = async (citizen: Person, input: Record<string, unknown>) => (await citizen.ask(SUBMIT, { input })).data!.submitAppeal;

const APPEAL = 'appeal { id number status version dueOn registeredOn availableMoves deputy { id name } topic { code } questions { id text topic { code } result } deadline { dueOn steps { code day text } } }';

/** Runs a move of staff or a deputy and gives the whole answer back. */
export const move = (person: Person, mutation: string, inputType: string, input: Record<string, unknown>) =>
  person.ask(`mutation($input: ${inputType}!) { ${mutation}(input: $input) { ${APPEAL} errors { code field message } } }`, { input });

export async function registers(moderator: Person, appeal: SentAppeal, place: Place, more: Record<string, unknown> = {}) {
  const { data, raw } = await move(moderator, 'registerAppeal', 'RegisterAppealInput', {
    id: appeal.id, version: await versionOf(moderator, appeal), topicCode: 'housing.yards', deputyId: place.deputies[0]!.id, ...more,
  });
  expect(data?.registerAppeal.errors, raw).toEqual([]);
  return data.registerAppeal.appeal;
}

export async function versionOf(person: Person, { id }: { id: string }): Promise<number> {
  const { data, raw } = await person.ask('query($id: ID!) { appeal(id: $id) { version } }', { id });
  expect(data?.appeal, raw).toBeTruthy();
  return data.appeal.version;
}

export async function answers(deputy: Person, appeal: SentAppeal, text = 'Мария Ивановна, вчера фонари починили: мастер заменил кабель у дома 14. Проверил сам вечером.', more: Record<string, unknown> = {}) {
  const { data } = await deputy.ask('query($id: ID!) { appeal(id: $id) { version questions { id } } }', { id: appeal.id });
  const { data: after, raw } = await move(deputy, 'answerAppeal', 'AnswerAppealInput', {
    id: appeal.id, version: data.appeal.version, text, questions: data.appeal.questions.map(({ id }: { id: string }) => ({ id, result: 'MEASURES_TAKEN' })), ...more,
  });
  expect(after?.answerAppeal.errors, raw).toEqual([]);
  return after.answerAppeal.appeal;
}
