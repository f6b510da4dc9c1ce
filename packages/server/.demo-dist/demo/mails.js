import { addDays, localDay } from '../appeals/deadline.js';
import { spokenName } from './directory.js';
import { idAt } from './identifiers.js';
import { seeded } from './random.js';
const inWords = (day) => (day ? day.split('-').reverse().join('.') : '');
/** The mails of one appeal since a moment, as an outbox without an SMTP server keeps them. Nobody gets one without an e-mail address. */
export function mailsOf(life, { appealId, number, code, publicUrl, tokens }, since) {
    const { applicant, course, subject, messages, plan } = life;
    if (!applicant.email || course.lastMoveAt < since)
        return [];
    const random = seeded(`mail:${appealId}`);
    const follow = `Следить за обращением: ${publicUrl}/track?number=${number}`;
    const mails = [];
    const add = (kind, at, what, lines) => {
        if (at < since)
            return;
        const text = ['Здравствуйте!', `Обращение ${number} «${subject}»`, ...lines, follow].join('\n\n');
        mails.push({
            id: idAt(at, random), kind, state: 'KEPT', appeal_id: appealId, to_address: applicant.email, subject: `${number}: ${what}`, text, html: null, attempts: 0, error: null,
            created_at: at, sent_at: null,
        });
    };
    const said = (kind, at) => messages.find((message) => message.kind === kind && message.at.getTime() === at.getTime())?.text ?? '';
    for (const { event, move, at } of course.events) {
        if (event !== 'MOVE')
            continue;
        switch (move) {
            case 'SUBMIT':
                add('SUBMITTED', at, 'обращение получено', [`Мы получили его и зарегистрируем не позднее ${inWords(course.registerBy)}.`, `Номер: ${number}\nКод: ${code}`]);
                break;
            case 'REQUEST_CLARIFICATION':
                add('CLARIFICATION_REQUEST', at, 'нужно уточнение', [said('CLARIFICATION_REQUEST', at), `Ответьте, пожалуйста, до ${inWords(course.clarifyBy ?? addDays(localDay(at, plan.region.time.timeZone), course.policy.clarificationDays))}.`]);
                break;
            case 'REJECT':
            case 'LAPSE':
                add('REJECTED', at, 'обращение отклонено', [said('REJECTION', at) || 'Мы просили вас уточнить обращение, но ответа не получили. Вы можете отправить новое обращение в любое время.']);
                break;
            case 'REGISTER':
                add('REGISTERED', at, 'обращение зарегистрировано', [`Его рассмотрит депутат ${life.deputy ? spokenName(life.deputy) : ''}. Срок ответа — ${inWords(course.dueOn)}.`]);
                break;
            case 'ANSWER': {
                const answer = messages.find((message) => message.kind === 'ANSWER' && message.at.getTime() === at.getTime());
                const token = answer && tokens.get(answer);
                add('ANSWERED', at, 'депутат ответил', [answer?.text ?? '', ...(token ? [`Помог ли ответ? Поставьте оценку: ${publicUrl}/feedback/${token}?mark=5`] : [])]);
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
