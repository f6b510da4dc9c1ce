import type { QuestionResult } from '../../../gql/schema';

/** What the composer holds: the letter, and for each question a result with a few words. */
export interface AnswerText {
  text: string;
  questions: Record<string, { result: QuestionResult | null; text: string }>;
}

/** What this browser keeps, written at every keystroke. */
export interface KeptDraft extends AnswerText {
  /** The server's revision that it was typed over; null where there was none. */
  revision: number | null;
  /** Whether the server has it too. */
  saved: boolean;
}

/** The draft as the API gives it. */
export interface ServerDraft {
  text: string;
  revision: number;
  savedAt: string;
  savedByName: string;
  questions: readonly { id: string; result: QuestionResult | null; text: string | null }[];
}

/** The server's draft as the composer holds it; a question that it does not name is blank. */
export function fromServer(draft: ServerDraft | null, questionIds: readonly string[]): AnswerText {
  const blank = (id: string) => {
    const known = draft?.questions.find((question) => question.id === id);
    return { result: known?.result ?? null, text: known?.text ?? '' };
  };
  return { text: draft?.text ?? '', questions: Object.fromEntries(questionIds.map((id) => [id, blank(id)])) };
}

/** Whether two hold the same words and results. */
export function same(one: AnswerText, other: AnswerText): boolean {
  const ids = new Set([...Object.keys(one.questions), ...Object.keys(other.questions)]);
  return (
    one.text === other.text &&
    [...ids].every((id) => {
      const [a, b] = [one.questions[id], other.questions[id]];
      return (a?.result ?? null) === (b?.result ?? null) && (a?.text ?? '') === (b?.text ?? '');
    })
  );
}

/**
 * What to show at opening. Words that never reached the server come first: they exist nowhere else. If meanwhile the server has got
 * a newer draft from somebody else, that one is offered beside it (`other`), never put over it.
 */
export function openDraft(
  kept: KeptDraft | null,
  server: ServerDraft | null,
  questionIds: readonly string[],
): { value: AnswerText; unsaved: boolean; other: boolean } {
  const known = fromServer(server, questionIds);
  if (!kept || kept.saved) return { value: known, unsaved: false, other: false };
  const mine: AnswerText = {
    text: kept.text,
    questions: Object.fromEntries(questionIds.map((id) => [id, kept.questions[id] ?? { result: null, text: '' }])),
  };
  if (same(mine, known)) return { value: known, unsaved: false, other: false };
  return { value: mine, unsaved: true, other: server !== null && server.revision > (kept.revision ?? 0) };
}

/** What an answer lacks before it can be signed: rules §1, every question has a result, and the letter has words. */
export function lacks(value: AnswerText, questionIds: readonly string[]): { text: boolean; questions: string[] } {
  return { text: value.text.trim() === '', questions: questionIds.filter((id) => !value.questions[id]?.result) };
}
