import type { QuestionResult } from '../appeals/index.js';
import { letterDay } from './letter-day.js';
import { labelled, shortened, type Block, type Letter } from './letter.js';
import { MARKS, type Letters, type NewsFacts } from './news.facts.js';

const SUBJECT_PART = 70;

const RESULTS: Record<QuestionResult, string> = {
  EXPLAINED: 'вам разъяснили вопрос',
  MEASURES_TAKEN: 'приняты меры',
  SUPPORTED: 'депутат вас поддержал',
  NOT_SUPPORTED: 'депутат вас не поддержал',
  FORWARDED: 'вопрос передан тем, кто за него отвечает',
  LEFT: 'вопрос оставлен без ответа',
};

const MARK_WORDS = { 5: 'отлично', 4: 'хорошо', 3: 'так себе', 2: 'плохо', 1: 'очень плохо' } as const;

const day = (value: string | null): string => letterDay(value!, 'ru');
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const quote = (text: string): Block => ({ kind: 'quote', text });

function letter(subject: (number: string) => string, facts: NewsFacts, blocks: readonly Block[]): Letter {
  return {
    subject: labelled(subject(facts.number), shortened(facts.subject, SUBJECT_PART)),
    blocks: [
      paragraph(`Здравствуйте, ${facts.applicantName}!`),
      ...blocks,
      paragraph(`${facts.serviceName}\nЭто письмо отправлено автоматически, отвечать на него не нужно.`),
    ],
  };
}

const aboutWhat = (facts: NewsFacts): Block[] => [
  { kind: 'heading', text: 'О чём вы писали' },
  { kind: 'facts', rows: [['Номер обращения', facts.number], ['Коротко', facts.subject], ['Регион', facts.place]] },
  quote(facts.beginning),
];

const pageOf = (facts: NewsFacts, label = 'Открыть страницу обращения'): Block[] => [
  { kind: 'links', links: [{ label, url: facts.trackUrl }] },
  ...(facts.code ? [] : [paragraph('Страница спросит код. Он был в нашем первом письме и на экране после отправки обращения.')]),
];

const marks = (facts: NewsFacts): Block[] => facts.feedbackUrl === null ? [] : [
  { kind: 'heading', text: 'Оцените, пожалуйста, ответ' },
  paragraph('Нажмите на одну строку — этого достаточно, оценка запишется сразу.'),
  { kind: 'links', links: MARKS.map((mark) => ({ label: `${mark} — ${MARK_WORDS[mark]}`, url: `${facts.feedbackUrl}?mark=${mark}` })) },
  { kind: 'facts', rows: [['Последний день для оценки', day(facts.feedbackUntil)]] },
];

const answer = (facts: NewsFacts): Block[] => [
  quote(facts.messageText),
  ...(facts.files > 0 ? [paragraph(`К ответу приложены файлы: ${facts.files}. Их можно открыть на странице обращения.`)] : []),
  ...(facts.deputyName ? [paragraph(facts.signedBy ? `Подписал помощник ${facts.signedBy} от имени депутата ${facts.deputyName}` : `Депутат ${facts.deputyName}`)] : []),
];

const results = ({ questions }: NewsFacts): Block[] => {
  const answered = questions.filter(({ result }) => result !== null);
  if (answered.length === 0) return [];
  return [
    { kind: 'heading', text: answered.length === 1 ? 'Что решено' : 'Что решено по каждому вопросу' },
    { kind: 'facts', rows: answered.map(({ text, result, resultText }) =>
      [shortened(text, 200), `${RESULTS[result!]}${resultText ? `. ${resultText}` : ''}`] as const) },
  ];
};

export const LETTERS_RU: Letters = {
  SUBMITTED: (facts) => letter((number) => `Обращение ${number} получено`, facts, [
    paragraph('Мы получили ваше обращение. Его прочитает модератор, зарегистрирует и передаст депутату.'),
    { kind: 'facts', rows: [
      ['Номер обращения', facts.number],
      ...(facts.code ? [['Код', facts.code] as const] : []),
      ['Зарегистрируем не позднее этого дня', day(facts.registerBy)],
    ] },
    paragraph('Сохраните это письмо. По номеру и коду видно, что происходит с обращением. Никому не сообщайте код.'),
    ...pageOf(facts, 'Посмотреть, что с обращением'),
    ...aboutWhat(facts),
    paragraph('Если вы ничего нам не отправляли, значит, кто-то ошибся адресом: просто удалите это письмо.'),
  ]),

  CLARIFICATION_REQUEST: (facts) => letter((number) => `Обращение ${number}, нужен ваш ответ`, facts, [
    paragraph('Чтобы передать обращение депутату, нам нужно кое-что узнать у вас. Модератор спрашивает:'),
    quote(facts.messageText),
    { kind: 'facts', rows: [['Ответьте, пожалуйста, не позднее этого дня', day(facts.clarifyBy)]] },
    paragraph('Если ответа не будет, обращение придётся закрыть. Новое можно отправить в любое время.'),
    ...pageOf(facts, 'Ответить модератору'),
    ...aboutWhat(facts),
  ]),

  REJECTED: (facts) => letter((number) => `Обращение ${number} не принято`, facts, [
    paragraph('К сожалению, мы не смогли принять ваше обращение. Вот почему:'),
    quote(facts.messageText),
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  REGISTERED: (facts) => letter((number) => `Обращение ${number} зарегистрировано и передано депутату`, facts, [
    paragraph('Ваше обращение зарегистрировано. Депутат прочитает его и ответит вам.'),
    { kind: 'facts', rows: [
      ...(facts.deputyName ? [['Ответит депутат', facts.deputyName] as const] : []),
      ['Последний день для ответа', day(facts.dueOn)],
    ] },
    paragraph(`Почему этот день? ${facts.dueReason}`),
    ...pageOf(facts, 'Посмотреть, что с обращением'),
    ...aboutWhat(facts),
  ]),

  ANSWERED: (facts) => letter((number) => `Обращение ${number}, депутат ответил`, facts, [
    paragraph('Депутат ответил на ваше обращение.'),
    ...answer(facts),
    ...results(facts),
    ...marks(facts),
    ...aboutWhat(facts),
    ...pageOf(facts),
  ]),

  FEEDBACK_REMINDER: (facts) => letter((number) => `Обращение ${number}, помог ли вам ответ?`, facts, [
    paragraph('Депутат ответил на ваше обращение, а оценки от вас пока нет. Скажите, пожалуйста, помог ли вам ответ. Больше мы об этом напоминать не будем.'),
    ...marks(facts),
    { kind: 'heading', text: 'Что вам ответили' },
    ...answer(facts),
    ...aboutWhat(facts),
  ]),

  FORWARDED_OUTSIDE: (facts) => letter((number) => `Обращение ${number} направлено по компетенции`, facts, [
    paragraph(`На ваше обращение ответит тот, кто за это отвечает: ${facts.forwardedBody}. Вот что сообщили нам:`),
    quote(facts.messageText),
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  EXTENDED: (facts) => letter((number) => `Обращение ${number}, срок ответа продлён`, facts, [
    paragraph('Чтобы ответить вам по существу, депутату нужно больше времени. Вот почему:'),
    quote(facts.messageText),
    { kind: 'facts', rows: [['Новый последний день для ответа', day(facts.dueOn)]] },
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  DEPUTY_CHANGED: (facts) => letter((number) => `Обращение ${number}, вам ответит другой депутат`, facts, [
    paragraph('Ваше обращение принял другой депутат. Срок ответа не изменился.'),
    { kind: 'facts', rows: [
      ...(facts.deputyName ? [['Ответит депутат', facts.deputyName] as const] : []),
      ['Последний день для ответа', day(facts.dueOn)],
    ] },
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  REOPENED: (facts) => letter((number) => `Обращение ${number} возобновлено`, facts, [
    paragraph('Обращение возобновлено: депутат прочитает его ещё раз и ответит.'),
    { kind: 'facts', rows: [
      ...(facts.deputyName ? [['Ответит депутат', facts.deputyName] as const] : []),
      ['Последний день для ответа', day(facts.dueOn)],
    ] },
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  PROMISE_DUE: (facts) => letter((number) => `Обращение ${number}, сделали ли обещанное?`, facts, [
    paragraph(`В ответе на ваше обращение депутат${facts.deputyName ? ` ${facts.deputyName}` : ''} пообещал, и этот день настал:`),
    quote(facts.promise!.text),
    { kind: 'facts', rows: [['Обещано к этому дню', day(facts.promise!.dueOn)]] },
    { kind: 'heading', text: 'Сделали?' },
    paragraph('Нажмите на одну строку — этого достаточно. Ваши слова будут стоять рядом с ответом.'),
    { kind: 'links', links: ([['kept', 'Да, сделали'], ['partly', 'Частично'], ['broken', 'Нет, не сделали']] as const).map(([outcome, label]) => ({ label, url: `${facts.promise!.url}?outcome=${outcome}` })) },
    ...aboutWhat(facts),
  ]),

  WITHDRAWN: (facts) => letter((number) => `Обращение ${number} отозвано`, facts, [
    paragraph('Вы отозвали своё обращение, и мы больше им не занимаемся. Если это сделали не вы или вы передумали, отправьте обращение ещё раз.'),
    ...aboutWhat(facts),
    ...pageOf(facts),
  ]),
};
