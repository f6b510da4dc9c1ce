import type { TrackedAppealFragment } from '../../gql/documents';
import type { QuestionResult } from '../../gql/schema';
import { useTexts, type TextKey } from '../../lib/texts/texts';
import { Letter } from '../../ui/letter';
import { Attached } from './attached';
import { Promises } from './promises';

/** What became of a question, in words that need no law. */
const RESULTS: Record<QuestionResult, TextKey> = {
  EXPLAINED: 'result.explained',
  MEASURES_TAKEN: 'result.measuresTaken',
  SUPPORTED: 'result.supported',
  NOT_SUPPORTED: 'result.notSupported',
  FORWARDED: 'result.forwarded',
  LEFT: 'result.left',
};

/** The deputy's answer as a letter; under the last one, the result of each question. */
export function AnswerLetter({
  answer,
  appeal,
  code,
  reported,
}: {
  answer: TrackedAppealFragment['messages'][number];
  appeal: TrackedAppealFragment;
  code: string;
  /** A promise was told of. */
  reported: () => void;
}) {
  const { t, instant } = useTexts();
  const last = appeal.messages.findLast((message) => message.kind === 'ANSWER') === answer;
  const questions = appeal.questions.filter((question) => question.result);
  return (
    <Letter
      from={appeal.deputyName ?? answer.authorName}
      about={t('track.deputy')}
      date={instant(answer.createdAt, appeal.region.timeZone)}
      text={answer.text}
      main
    >
      {answer.signedFor && <p className="soft">{t('track.signedByAide', { aide: answer.authorName, deputy: answer.signedFor })}</p>}
      <Attached files={answer.attachments} />
      {answer.promises.length > 0 && <Promises promises={answer.promises} number={appeal.number} code={code} reported={reported} />}
      {last && questions.length > 0 && (
        <ul className="results" aria-label={t('track.results')}>
          {questions.map((question) => (
            <li key={question.id}>
              {/* A single question is the whole letter; to repeat it would be noise. */}
              {questions.length > 1 && <p className="results__question as-written">{question.text}</p>}
              <p className="results__result">{question.result && t(RESULTS[question.result])}</p>
              {question.resultText && <p className="as-written">{question.resultText}</p>}
            </li>
          ))}
        </ul>
      )}
    </Letter>
  );
}
