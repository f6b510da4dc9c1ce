import { canDraft, knownTexts, LIMITS, templateShare, type AppealRow, type AppealsLoaders, type DeadlineRules } from '../appeals/index.js';
import type { Db } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { allow } from '../shared/allow.js';
import type { Day } from '../shared/day.js';
import { badInput } from '../shared/failures.js';
import { datedPromises, type DatedPromise } from './dated-promises.js';
import { officialeseIn, type Officialese } from './officialese.js';
import { repeatedPassages, type Repeated } from './repetition.js';
import { rawFields, type RawField } from './template-fields.js';
import { untouchedQuestions } from './untouched.js';

/** What a letter could be better in, seen before it is signed; none of it stops anybody. */
export interface AnswerHints {
  templateShare: number | null;
  repeated: Repeated[];
  untouched: { id: string; text: string }[];
  officialese: Officialese[];
  promises: DatedPromise[];
  rawFields: RawField[];
}

const MAX_EACH = 50;

/** Hints for the draft of an answer: two statements, however long the text is and however many letters get it. */
export class HintsQueries {
  constructor(private readonly db: Db, private readonly actor: Actor, private readonly loaders: AppealsLoaders, private readonly rules: DeadlineRules) {}

  /** @param appeals the letter and others that get the same words, whose answers are the viewer's to write @param today the region's own day. FORBIDDEN for whoever does not draft this answer; BAD_USER_INPUT for a text that could not be signed */
  async of(appeals: readonly [AppealRow, ...AppealRow[]], text: string, today: Day): Promise<AnswerHints> {
    const [appeal] = appeals;
    allow(canDraft(this.actor, appeal));
    if (text.length > LIMITS.answer) throw badInput('text', 'ANSWER_TOO_LONG', { max: LIMITS.answer, length: text.length });
    const [asked, known] = await Promise.all([Promise.all(appeals.map(({ id }) => this.loaders.questions.load(id))), knownTexts(this.db, appeal.deputyId!)]);
    // What many ask in the same words is one question.
    const questions = asked.flat().filter((question, at, all) => all.findIndex((other) => other.text === question.text) === at);
    return {
      templateShare: templateShare(text, known.map((one) => one.text)),
      repeated: repeatedPassages(text, known),
      untouched: text.trim() === '' ? [] : untouchedQuestions(questions, text).slice(0, MAX_EACH),
      officialese: officialeseIn(text).slice(0, MAX_EACH),
      promises: datedPromises(text, today, (from, count) => this.rules.calendar.addWorkingDays(from, count)).slice(0, MAX_EACH),
      rawFields: rawFields(text).slice(0, MAX_EACH),
    };
  }
}
