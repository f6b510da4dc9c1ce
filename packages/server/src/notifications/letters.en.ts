import type { QuestionResult } from '../appeals/index.js';
import { letterDay } from './letter-day.js';
import { labelled, shortened, type Block, type Letter } from './letter.js';
import { MARKS, type Letters, type NewsFacts } from './news.facts.js';

const SUBJECT_PART = 70;

const RESULTS: Record<QuestionResult, string> = {
  EXPLAINED: 'your question was explained',
  MEASURES_TAKEN: 'measures were taken',
  SUPPORTED: 'the deputy supports you',
  NOT_SUPPORTED: 'the deputy does not support you',
  FORWARDED: 'passed to those who are responsible',
  LEFT: 'left without an answer',
};

const MARK_WORDS = { 5: 'excellent', 4: 'good', 3: 'so-so', 2: 'bad', 1: 'very bad' } as const;

const day = (value: string | null): string => letterDay(value!, 'en');
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const quote = (text: string): Block => ({ kind: 'quote', text });

function letter(subject: (number: string) => string, facts: NewsFacts, blocks: readonly Block[]): Letter {
  return {
    subject: labelled(subject(facts.number), shortened(facts.subject, SUBJECT_PART)),
    blocks: [
      paragraph(`Hello, ${facts.applicantName}!`),
      ...blocks,
      paragraph(`${facts.serviceName}\nThis letter was sent automatically; please do not reply to it.`),
    ],
  };
}

const aboutWhat = (facts: NewsFacts): Block[] => [
  { kind: 'heading', text: 'What you wrote about' },
  { kind: 'facts', rows: [['Number of the appeal', facts.number], ['In short', facts.subject], ['Region', facts.place]] },
  quote(facts.beginning),
];

const pageOf = (facts: NewsFacts, label = 'Open the page of the appeal'): Block[] => [
  { kind: 'links', links: [{ label, url: facts.trackUrl }] },
  ...(facts.code ? [] : [paragraph('The page asks for the code. It was in our first letter and on the screen after you sent the appeal.')]),
];

const marks = (facts: NewsFacts): Block[] => facts.feedbackUrl === null ? [] : [
  { kind: 'heading', text: 'Please mark the answer' },
  paragraph('One press on one line is enough; the mark is recorded at once.'),
  { kind: 'links', links: MARKS.map((mark) => ({ label: `${mark} — ${MARK_WORDS[mark]}`, url: `${facts.feedbackUrl}?mark=${mark}` })) },
  { kind: 'facts', rows: [['Last day to mark it', day(facts.feedbackUntil)]] },
];

const answer = (facts: NewsFacts): Block[] => [
  quote(facts.messageText),
  ...(facts.files > 0 ? [paragraph(`Files that came with the answer: ${facts.files}. Open them on the page of the appeal.`)] : []),
  ...(facts.deputyName ? [paragraph(facts.signedBy ? `Signed by the aide ${facts.signedBy} in the name of the deputy ${facts.deputyName}` : `${facts.deputyName}, deputy`)] : []),
];

const results = ({ questions }: NewsFacts): Block[] => {
  const answered = questions.filter(({ result }) => result !== null);
  if (answered.length === 0) return [];
  return [
    { kind: 'heading', text: answered.length === 1 ? 'What was decided' : 'What was decided on each question' },
    { kind: 'facts', rows: answered.map(({ text, result, resultText }) =>
      [shortened(text, 200), `${RESULTS[result!]}${resultText ? `. ${resultText}` : ''}`] as const) },
  ];
};

export const LETTERS_EN: Letters = {
  SUBMITTED: (facts) => letter((number) => `Appeal ${number} received`, facts, [
    paragraph('We have received your appeal. A moderator will read it, register it and hand it to a deputy.'),
    { kind: 'facts', rows: [
      ['Number of the appeal', facts.number],
      ...(facts.code ? [['Code', facts.code] as const] : []),
      ['We will register it by', day(facts.registerBy)],
    ] },
    paragraph('Keep this letter. Number and code show what happens with the appeal. Do not tell anybody the code.'),
    ...pageOf(facts, 'See what happens with the appeal'),
    ...aboutWhat(facts),
    paragraph('If you sent us nothing, somebody mistyped an address: just delete this letter.'),
  ]),

  CLARIFICATION_REQUEST: (facts) => letter((number) => `Appeal ${number}, we need your reply`, facts, [
    paragraph('Before we can hand the appeal to a deputy, we need to know something from you. The moderator asks:'),
    quote(facts.messageText),
    { kind: 'facts', rows: [['Please reply by', day(facts.clarifyBy)]] },
    paragraph('Without a reply the appeal will have to be closed. You can send a new one at any time.'),
    ...pageOf(facts, 'Reply to the moderator'),
    ...aboutWhat(facts),
  ]),

  REJECTED: (facts) => letter((number) => `Appeal ${number} not accepted`, facts, [
    paragraph('Unfortunately we could not accept your appeal. This is why:'),
    quote(facts.messageText),
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  REGISTERED: (facts) => letter((number) => `Appeal ${number} registered and handed to a deputy`, facts, [
    paragraph('Your appeal is registered. The deputy will read it and answer you.'),
    { kind: 'facts', rows: [
      ...(facts.deputyName ? [['The deputy who will answer', facts.deputyName] as const] : []),
      ['Last day for the answer', day(facts.dueOn)],
    ] },
    paragraph(`Why this day? ${facts.dueReason}`),
    ...pageOf(facts, 'See what happens with the appeal'),
    ...aboutWhat(facts),
  ]),

  ANSWERED: (facts) => letter((number) => `Appeal ${number}, the deputy has answered`, facts, [
    paragraph('The deputy has answered your appeal.'),
    ...answer(facts),
    ...results(facts),
    ...marks(facts),
    ...aboutWhat(facts),
    ...pageOf(facts),
  ]),

  FEEDBACK_REMINDER: (facts) => letter((number) => `Appeal ${number}, did the answer help?`, facts, [
    paragraph('The deputy answered your appeal, and you have not marked the answer yet. Please tell us whether the answer helped. We will not remind you again.'),
    ...marks(facts),
    { kind: 'heading', text: 'What was answered' },
    ...answer(facts),
    ...aboutWhat(facts),
  ]),

  FORWARDED_OUTSIDE: (facts) => letter((number) => `Appeal ${number} was sent to the body in charge`, facts, [
    paragraph(`Your appeal will be answered by those who are in charge of it: ${facts.forwardedBody}. This is what we were told:`),
    quote(facts.messageText),
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  EXTENDED: (facts) => letter((number) => `Appeal ${number}: more time for the answer`, facts, [
    paragraph('To answer you on the merits the deputy needs more time. This is why:'),
    quote(facts.messageText),
    { kind: 'facts', rows: [['New last day to answer', day(facts.dueOn)]] },
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  DEPUTY_CHANGED: (facts) => letter((number) => `Appeal ${number}: another deputy will answer you`, facts, [
    paragraph('Another deputy has taken your appeal. The deadline is the same.'),
    { kind: 'facts', rows: [
      ...(facts.deputyName ? [['Deputy who will answer', facts.deputyName] as const] : []),
      ['Last day to answer', day(facts.dueOn)],
    ] },
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  REOPENED: (facts) => letter((number) => `Appeal ${number} was reopened`, facts, [
    paragraph('The appeal was reopened: the deputy will read it again and answer.'),
    { kind: 'facts', rows: [
      ...(facts.deputyName ? [['Deputy who will answer', facts.deputyName] as const] : []),
      ['Last day to answer', day(facts.dueOn)],
    ] },
    ...pageOf(facts),
    ...aboutWhat(facts),
  ]),

  PROMISE_DUE: (facts) => letter((number) => `Appeal ${number}: was it done?`, facts, [
    paragraph(`In the answer to your appeal the deputy${facts.deputyName ? ` ${facts.deputyName}` : ''} promised something, and its day has come:`),
    quote(facts.promise!.text),
    { kind: 'facts', rows: [['Promised by', day(facts.promise!.dueOn)]] },
    { kind: 'heading', text: 'Was it done?' },
    paragraph('Press one line, that is enough. What you say will stand beside the answer.'),
    { kind: 'links', links: ([['kept', 'Yes, it was done'], ['partly', 'Partly'], ['broken', 'No, it was not']] as const).map(([outcome, label]) => ({ label, url: `${facts.promise!.url}?outcome=${outcome}` })) },
    ...aboutWhat(facts),
  ]),

  WITHDRAWN: (facts) => letter((number) => `Appeal ${number} taken back`, facts, [
    paragraph('You took your appeal back and we no longer work on it. If that was not you, or you changed your mind, please send the appeal again.'),
    ...aboutWhat(facts),
    ...pageOf(facts),
  ]),
};
