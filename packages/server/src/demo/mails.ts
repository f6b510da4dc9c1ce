import { addDays, localDay } from '../appeals/index.js';
import type { MailKind } from '../notifications/mail.entity.js';
import type { CopyRow } from './copy.js';
import { spokenName } from './directory.js';
import { idAt } from './identifiers.js';
import type { Life } from './life.js';
import { seeded } from './random.js';

/** What mails must say of an appeal besides what happened to it. */
export interface MailFacts {
  readonly appealId: string;
  readonly number: string;
  readonly code: string;
  /** The address of the service, at the head of links. */
  readonly publicUrl: string;
  /** Link tokens of answers that can still be marked. */
  readonly tokens: ReadonlyMap<object, string>;
}

const inWords = (day: string | null): string => (day ? day.split('-').reverse().join('.') : '');

/** The mails of one appeal since a moment, as an outbox without an SMTP server keeps them. Nobody gets one without an e-mail address. */
export function mailsOf(life: Life, { appealId, number, code, publicUrl, tokens }: MailFacts, since: Date): CopyRow[] {
  const { applicant, course, subject, messages, plan } = life;
  if (!applicant.email || course.lastMoveAt < since) return [];
  const random = seeded(`mail:${appealId}`);
  const follow = `Следить за обращением: ${publicUrl}/track?number=${number}`;
  const mails: CopyRow[] = [];
  const add = (kind: MailKind, at: Date, what: string, lines: readonly string[]): void => {
    if (at < since) return;
    const text = ['Здравствуйте!', `Обращение ${number} «${subject}»`, ...lines, follow].join('\n\n');
    mails.push({
      id: idAt(at, random), kind, state: 'KEPT', appeal_id: appealId, to_address: applicant.email, subject: `${number}: ${what}`, text,
        html: null, attempts: 0, error: null,
      created_at: at, sent_at: null,
    });
  };
  const said = (kind: string, at: Date): string => messages.find((message) => message.kind === kind
    && message.at.getTime() === at.getTime())?.text ?? '';
  for (const { event, move, at } of course.events) {
    if (event !== 'MOVE') continue;
    switch (move) {
      case 'SUBMIT':
        add('SUBMITTED', at, 'обращение получено', [`Мы получили его и зарегистрируем не позднее ${inWords(course.registerBy)}.`,
          `Номер: ${number}\nКод: ${code}`]);
        break;
      case 'REQUEST_CLARIFICATION': {
        const until = course.clarifyBy ?? addDays(localDay(at, plan.region.time.timeZone), course.policy.clarificationDays);
        add('CLARIFICATION_REQUEST', at, 'нужно уточнение',
          [said('CLARIFICATION_REQUEST', at), `Ответьте, пожалуйста, до ${inWords(until)}.`]);
        break;
      }
      case 'REJECT':
      case 'LAPSE':
        add('REJECTED', at, 'обращение отклонено', [said('REJECTION', at)
          || 'Мы просили вас уточнить обращение, но ответа не получили. Вы можете отправить новое обращение в любое время.']);
        break;
      case 'REGISTER':
        add('REGISTERED', at, 'обращение зарегистрировано',
          [`Его рассмотрит депутат ${life.deputy ? spokenName(life.deputy) : ''}. Срок ответа — ${inWords(course.dueOn)}.`]);
        break;
      case 'ANSWER': {
        const answer = messages.find((message) => message.kind === 'ANSWER' && message.at.getTime() === at.getTime());
        const token = answer && tokens.get(answer);
        add('ANSWERED', at, 'депутат ответил', [answer?.text ?? '', ...(token
          ? [`Помог ли ответ? Поставьте оценку: ${publicUrl}/feedback/${token}?mark=5`] : [])]);
        break;
      }
      case 'WITHDRAW':
        add('WITHDRAWN', at, 'обращение отозвано', ['Вы отозвали обращение. Если вопрос возникнет снова, напишите нам.']);
        break;
      default:
    }
  }
  return mails;
}
