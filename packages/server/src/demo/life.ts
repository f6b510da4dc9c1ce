/** What one appeal leaves behind: the record that the simulation of moderators, deputies and applicants fills. */
import type { AppealKind, Channel, QuestionResult } from '../appeals/index.js';
import type { MessageKind } from '../appeals/message.entity.js';
import type { CommentState } from '../feedback/feedback.entity.js';
import { APPLICANT, type Course, type CourseActor } from './course.js';
import { spokenName, type DemoDeputy } from './directory.js';
import type { LocalMinute } from './local-time.js';
import { chance, pick, type Random } from './random.js';
import type { DemoApplicant } from './simulate-applicant.js';
import type { Mark } from './simulate-marks.js';
import type { PlannedAppeal } from './simulate-plan.js';
import type { Letter } from './texts/compose.js';
import { WITHDRAWAL_REASONS } from './texts/feedback-comments.js';
import { say as spoken } from './texts/speech.js';
import type { Story } from './texts/story.js';

export interface LifeMessage {
  readonly kind: MessageKind;
  readonly author: CourseActor;
  /** Who answered. */
  readonly deputy: DemoDeputy | null;
  readonly text: string;
  readonly at: Date;
}

export interface LifeQuestion {
  readonly topic: string;
  readonly text: string;
  result: QuestionResult | null;
  resultText: string | null;
}

/** A mark of one answer. */
export interface LifeMark extends Mark {
  /** Which of the messages was marked. */
  readonly answer: LifeMessage;
  readonly deputy: DemoDeputy;
  readonly comment: string | null;
  readonly commentState: CommentState;
  readonly network: string | null;
  readonly at: Date;
  readonly on: string;
}

export interface LifeDraft {
  readonly text: string;
  readonly savedByName: string;
  readonly at: Date;
}

/** Everything that an appeal leaves in the database. */
export interface Life {
  readonly plan: PlannedAppeal;
  readonly applicant: DemoApplicant;
  readonly course: Course;
  readonly random: Random;
  readonly story: Story;
  readonly letter: Letter;
  subject: string;
  text: string;
  kind: AppealKind;
  readonly channel: Channel;
  topic: string | null;
  deputy: DemoDeputy | null;
  readonly questions: LifeQuestion[];
  readonly messages: LifeMessage[];
  readonly marks: LifeMark[];
  draft: LifeDraft | null;
}

/** A moderator of the region. */
export const moderatorOf = ({ plan, random }: Life): CourseActor => ({ kind: 'MODERATOR', name: pick(random, plan.region.moderators) });

/** The deputy, or the aide when there is one and the move is an aide's too. */
export function deskOf(deputy: DemoDeputy, random: Random, aideToo: boolean): CourseActor {
  if (aideToo && deputy.aide && chance(random, 0.55)) return { kind: 'AIDE', name: deputy.aide };
  return { kind: 'DEPUTY', name: spokenName(deputy) };
}

/** Writes a message at a moment that has come. */
export function say(life: Life, kind: MessageKind, at: LocalMinute, author: CourseActor, text: string,
  deputy: DemoDeputy | null = null): LifeMessage {
  const message = { kind, author, deputy, text, at: life.plan.region.time.instant(at) };
  life.messages.push(message);
  return message;
}

/** The applicant takes it back. */
export function withdraw(life: Life, at: LocalMinute): void {
  const { course, random, applicant } = life;
  const reason = chance(random, 0.8) ? spoken(pick(random, WITHDRAWAL_REASONS), applicant.writer) : null;
  if (course.move('WITHDRAW', at, APPLICANT, reason)) course.closedAt = course.lastMoveAt;
}
