import { useCallback, useState } from 'react';
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
  /** Empty: one question, the whole appeal. */
  questions: readonly QuestionDraft[];
  clarification: string;
  reason: RejectReasonCode | null;
  rejection: string;
}

function fromLetter(letter: Letter): DecisionDraft {
  return {
    mode: 'accept',
    topicCode: letter.topic?.code ?? null,
    deputy: letter.deputy,
    kind: letter.kind,
    questions: [],
    clarification: '',
    reason: null,
    rejection: '',
  };
}

/** Drafts by letter, for as long as the desk is open. */
export type Drafts = Map<string, DecisionDraft>;

/** The draft of this letter, from where it was left, else as the applicant filled it in. */
export function useDecisionDraft(drafts: Drafts, letter: Letter): [DecisionDraft, (patch: Partial<DecisionDraft>) => void] {
  const [draft, setDraft] = useState(() => drafts.get(letter.id) ?? fromLetter(letter));
  const change = useCallback(
    (patch: Partial<DecisionDraft>) =>
      setDraft((before) => {
        const after = { ...before, ...patch };
        drafts.set(letter.id, after);
        return after;
      }),
    [drafts, letter.id],
  );
  return [draft, change];
}
