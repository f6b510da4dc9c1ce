import type { QuestionResult } from '../appeals/index.js';
import type { Day } from '../shared/day.js';
import type { JobPayloads } from '../shared/jobs.js';
import type { Letter } from './letter.js';

/** What an applicant is told about. */
export type News = JobPayloads['appeal_news']['news'];

/** Everything that a letter about an appeal may say. */
export interface NewsFacts {
  serviceName: string;
  applicantName: string;
  number: string;
  /** What the appeal is about, in one line. */
  subject: string;
  /** How the appeal begins, in one line: people write more than one and must recognise it. */
  beginning: string;
  /** The region's name. */
  place: string;
  /** The page of the appeal; with the code where the letter may carry it. */
  trackUrl: string;
  /** The applicant's secret; known only while the first letter is composed. */
  code: string | null;
  registerBy: Day;
  clarifyBy: Day | null;
  dueOn: Day | null;
  /** Why `dueOn` is this day, in one line. */
  dueReason: string;
  deputyName: string | null;
  /** The competent body that it was sent to. */
  forwardedBody: string | null;
  /** The aide who signed in the deputy's name. */
  signedBy: string | null;
  /** The question, the refusal or the answer that the letter is about. */
  messageText: string;
  /** Files that came with the message; they are had on the page of the appeal alone. */
  files: number;
  questions: readonly { text: string; result: QuestionResult | null; resultText: string | null }[];
  /** The page that records a mark, with its single-use token; `?mark=1…5` is added to it. */
  feedbackUrl: string | null;
  feedbackUntil: Day | null;
  /** What the letter asks about. */
  promise: { text: string; dueOn: Day; url: string } | null;
}

/** One language's letters. */
export type Letters = Record<News, (facts: NewsFacts) => Letter>;

/** Marks from the best to the worst: who is content should not have to search. */
export const MARKS = [5, 4, 3, 2, 1] as const;
