import { isTelling, stemOf, wordsOf } from '../suggestions/index.js';

/** A question counts as touched when so much of what it is about stands in the answer. */
const SHARE = 0.3;
/** Or so many of its telling words, however long it is. */
const ENOUGH = 4;

const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).filter(isTelling).map(stemOf));

/**
 * Questions that an answer does not speak of, by the stems of their telling words. It is a hint by words alone: an answer in other words
 * is told that it misses a question, and one that only repeats the question is not.
 */
export function untouchedQuestions<Q extends { readonly text: string }>(questions: readonly Q[], answer: string): Q[] {
  const said = stemsOf(answer);
  return questions.filter(({ text }) => {
    const asked = [...stemsOf(text)];
    if (asked.length === 0) return false;
    const touched = asked.filter((stem) => said.has(stem)).length;
    return touched < ENOUGH && touched / asked.length < SHARE;
  });
}
