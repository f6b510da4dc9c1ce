import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { QueueLetterDocument, RegisterAppealDocument, RejectAppealDocument, RequestClarificationDocument } from '../../../gql/appeals';
import type { UserError } from '../../../gql/schema';
import { errorCode, useErrorText } from '../../../lib/apollo/errors';
import type { DecisionDraft } from './decision-draft';
import type { Moved } from '../parts/use-undo';
import { decision, type Letter } from './letter';

export type DecisionMove = 'REGISTER' | 'REQUEST_CLARIFICATION' | 'REJECT';

/** How a decision went wrong: what can be corrected in the fields, or that the letter changed meanwhile, or anything else in words. */
export interface Trouble {
  errors: readonly Pick<UserError, 'code' | 'field' | 'message'>[];
  conflict: boolean;
  /** Who changed the letter meanwhile, where the new version tells. */
  by: NonNullable<ReturnType<typeof decision>> | null;
  text: string | null;
}

const CALM: Trouble = { errors: [], conflict: false, by: null, text: null };

/** Sends a decision about the letter; `decided` is called once the server has taken it. */
export function useDecision(letter: Letter, decided: (move: DecisionMove, after: Moved | null) => void) {
  const apollo = useApolloClient();
  const errorText = useErrorText();
  const [register] = useMutation(RegisterAppealDocument);
  const [reject] = useMutation(RejectAppealDocument);
  const [clarify] = useMutation(RequestClarificationDocument);
  const [busy, setBusy] = useState<DecisionMove | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(CALM);
  const about = { id: letter.id, version: letter.version };

  const ask = async (move: DecisionMove, draft: DecisionDraft) => {
    switch (move) {
      case 'REGISTER': {
        const questions = draft.questions.map(({ text, topicCode }) => ({ text: text.trim(), topicCode: topicCode ?? '' }));
        const input = {
          ...about,
          topicCode: draft.topicCode ?? '',
          deputyId: draft.deputy?.id ?? '',
          kind: draft.kind,
          ...(draft.kind === 'COMPLAINT' && draft.about && { aboutDeputyId: draft.about.id }),
          ...(questions.length > 0 && { questions }),
        };
        return (await register({ variables: { input } })).data?.registerAppeal;
      }
      case 'REQUEST_CLARIFICATION':
        return (await clarify({ variables: { input: { ...about, text: draft.clarification.trim() } } })).data?.requestClarification;
      case 'REJECT':
        if (!draft.reason) return undefined;
        return (await reject({ variables: { input: { ...about, reason: draft.reason, text: draft.rejection.trim() } } })).data?.rejectAppeal;
    }
  };

  /** Somebody was faster: fetch the letter as it is now; what was typed stays in the draft. */
  const reload = async () => {
    const { data } = await apollo.query({ query: QueueLetterDocument, variables: { id: letter.id }, fetchPolicy: 'network-only' });
    const now = data?.appeal;
    return now && now.status !== letter.status ? (decision(now) ?? null) : null;
  };

  const send = async (move: DecisionMove, draft: DecisionDraft) => {
    if (busy) return;
    setBusy(move);
    setTrouble(CALM);
    try {
      const payload = await ask(move, draft);
      if (!payload) return;
      if (payload.errors.length === 0) decided(move, payload.appeal);
      else setTrouble({ ...CALM, errors: payload.errors });
    } catch (error) {
      if (errorCode(error) === 'CONFLICT') setTrouble({ ...CALM, conflict: true, by: await reload().catch(() => null) });
      else setTrouble({ ...CALM, text: errorText(error) });
    } finally {
      setBusy(null);
    }
  };
  return { send, busy, trouble };
}
