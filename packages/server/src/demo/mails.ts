import { addDays, answerDeadline, localDay, rejectReasonIn, type DeadlineRules } from '../appeals/index.js';
import { composeNews } from '../notifications/index.js';
import type { MailKind } from '../notifications/mail.entity.js';
import { sealedMail } from '../shared/sealed-mail.js';
import type { Vault } from '../shared/vault.js';
import type { CopyRow } from './copy.js';
import { spokenName } from './directory.js';
import { idAt } from './identifiers.js';
import type { Life, LifeMessage } from './life.js';
import { seeded } from './random.js';

/** What the mails of all appeals share. */
export interface MailsInput {
  readonly publicUrl: string;
  readonly serviceName: string;
  readonly rules: DeadlineRules;
  readonly vault: Vault;
  /** Mails of events since then are kept. */
  readonly mailsSince: Date;
}

/** What mails must say of an appeal besides what happened to it. */
interface MailFacts extends MailsInput {
  readonly appealId: string;
  readonly number: string;
  readonly code: string;
  /** Link tokens of answers that can still be marked. */
  readonly tokens: ReadonlyMap<LifeMessage, string>;
}

/** Moves that the applicant is told of, and by which mail. */
const NEWS = {
  SUBMIT: 'SUBMITTED', REQUEST_CLARIFICATION: 'CLARIFICATION_REQUEST', REJECT: 'REJECTED', LAPSE: 'REJECTED', REGISTER: 'REGISTERED',
  ANSWER: 'ANSWERED', WITHDRAW: 'WITHDRAWN',
} as const satisfies Record<string, MailKind>;
const MESSAGE_OF = { CLARIFICATION_REQUEST: 'CLARIFICATION_REQUEST', REJECTED: 'REJECTION', ANSWERED: 'ANSWER' } as const;

/** The mails of one appeal of the last hours, as an outbox without an SMTP server keeps them. Nobody gets one without an e-mail address. */
export function mailsOf(life: Life, facts: MailFacts): CopyRow[] {
  const { applicant, course } = life;
  if (!applicant.email || course.lastMoveAt < facts.mailsSince) return [];
  const random = seeded(`mail:${facts.appealId}`);
  return course.events.flatMap(({ move, at }) => {
    const kind = move && move in NEWS ? NEWS[move as keyof typeof NEWS] : null;
    if (!kind || at < facts.mailsSince) return [];
    return [{
      id: idAt(at, random), kind, state: 'KEPT', appeal_id: facts.appealId, ...sealedMail(facts.vault, applicant.email!, written(life, facts, kind, at)),
      attempts: 0, error: null, created_at: at, sent_at: null,
    }];
  });
}

function written(life: Life, { number, code, publicUrl, serviceName, rules, tokens }: MailFacts, kind: (typeof NEWS)[keyof typeof NEWS], at: Date) {
  const { applicant, course, plan, messages, questions } = life;
  const expected = kind in MESSAGE_OF ? MESSAGE_OF[kind as keyof typeof MESSAGE_OF] : null;
  const message = messages.find((said) => said.kind === expected && said.at.getTime() === at.getTime());
  const { registeredOn, policy, extensionDays } = course;
  return composeNews(kind, {
    publicUrl, serviceName, locale: 'ru', applicantName: applicant.name, number, subject: life.subject, text: life.text, place: plan.region.name,
    code: kind === 'SUBMITTED' ? code : null, registerBy: course.registerBy,
    clarifyBy: course.clarifyBy ?? addDays(localDay(at, plan.region.time.timeZone), policy.clarificationDays),
    forwardedBody: null, signedBy: null, dueOn: course.dueOn, deadline: registeredOn ? answerDeadline({ registeredOn, policy, calendar: rules.calendar, extensionDays }) : null,
    deputyName: life.deputy ? spokenName(life.deputy) : null,
    files: 0, messageText: message?.text ?? (course.rejectReason ? rejectReasonIn(course.rejectReason, 'ru').text : ''),
    questions: kind === 'ANSWERED' ? questions : [],
    promised: null, token: (message && tokens.get(message)) ?? null, feedbackUntil: course.feedbackUntil,
  });
}
