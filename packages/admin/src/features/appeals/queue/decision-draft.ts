import { useCallback, useMemo, useState } from 'react';
import type { AppealKind, RejectReasonCode } from '../../../gql/schema';
import type { ChosenDeputy } from './deputy-select';
import type { Letter } from './letter';

/** One question of the editor; `key` only tells its fields apart. */
export interface QuestionDraft {
  key: number;
  text: string;
  topicCode: string | null;
}

/** Everything a moderator has typed or chosen about one letter; kept while the desk is open, whatever happens to the letter. */
export interface DecisionDraft {
  mode: 'accept' | 'clarify' | 'reject';
  topicCode: string | null;
  deputy: ChosenDeputy | null;
  kind: AppealKind;
  /** Whom a complaint is about; of no other kind it is asked. */
  about: ChosenDeputy | null;
  /** Empty: one question, the whole appeal. */
  questions: readonly QuestionDraft[];
  clarification: string;
  reason: RejectReasonCode | null;
  rejection: string;
}

/** How sure a suggestion must be to stand in the form before anybody chose it; a less sure one is only offered. */
const SURE_OF_TOPIC = 0.3;
const SURE_OF_KIND = 0.7;

function fromLetter({ topic, deputy, kind, suggestion }: Letter): DecisionDraft {
  const likeliest = suggestion?.topics[0];
  return {
    mode: 'accept',
    topicCode: topic?.code ?? (likeliest && likeliest.confidence >= SURE_OF_TOPIC ? likeliest.topic.code : null),
    deputy: deputy ?? suggestion?.deputy?.deputy ?? null,
    kind: suggestion && suggestion.kindConfidence >= SURE_OF_KIND ? suggestion.kind : kind,
    about: null,
    questions: [],
    clarification: '',
    reason: null,
    rejection: '',
  };
}

/** Drafts by letter, for as long as the desk is open. */
export type Drafts = Map<string, DecisionDraft>;

/** The draft of this letter, from where it was left, else as the applicant filled it in and with what is suggested, also where that comes a moment later. */
export function useDecisionDraft(drafts: Drafts, letter: Letter): [DecisionDraft, (patch: Partial<DecisionDraft>) => void] {
  const [touched, setTouched] = useState(() => drafts.get(letter.id));
  const untouched = useMemo(() => fromLetter(letter), [letter]);
  const change = useCallback(
    (patch: Partial<DecisionDraft>) =>
      setTouched((before) => {
        const after = { ...(before ?? untouched), ...patch };
        drafts.set(letter.id, after);
        return after;
      }),
    [drafts, letter.id, untouched],
  );
  return [touched ?? untouched, change];
}
