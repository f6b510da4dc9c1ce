import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { AnswerCampaignDocument, SaveCampaignDraftDocument } from '../../../gql/appeals';
import { useErrorText } from '../../../lib/apollo/errors';
import { wordsFor, type CampaignDraft } from './campaign-draft';
import type { CampaignLetter } from './campaign-letter';

/** What became of one letter. */
export interface ItemOutcome {
  appealId: string;
  done: boolean;
  /** Why not, in words. */
  reason: string;
}

/** Signs the letters, or for an aide saves their drafts; each has its own outcome, and what failed can be tried again. */
export function useCampaignAnswer(signs: boolean, refetch: () => Promise<unknown>, allDone: () => void) {
  const errorText = useErrorText();
  const [answer] = useMutation(AnswerCampaignDocument);
  const [saveDraft] = useMutation(SaveCampaignDraftDocument);
  const [outcome, setOutcome] = useState<readonly ItemOutcome[] | null>(null);
  const [busy, setBusy] = useState(false);
  /** Revisions of the drafts that this page wrote: only over these it writes again. */
  const own = useRef(new Map<string, number>());
  const [trouble, setTrouble] = useState<string | null>(null);

  const sign = async (letters: readonly CampaignLetter[], draft: CampaignDraft): Promise<readonly ItemOutcome[] | null> => {
    if (!draft.result) return null;
    const appeals = letters.map(({ id, version }) => ({ id, version, personal: draft.personal[id]?.trim() || null }));
    const { data } = await answer({ variables: { input: { appeals, text: draft.text.trim(), result: draft.result } } });
    const payload = data?.answerCampaign;
    if (payload?.errors[0]) setTrouble(payload.errors[0].message);
    return payload?.results?.map(({ appealId, done, errors }) => ({ appealId, done, reason: errors.map(({ message }) => message).join(' ') })) ?? null;
  };
  /** One after another: a draft that was there before stays as it is, and that is said. */
  const saveAll = async (letters: readonly CampaignLetter[], draft: CampaignDraft): Promise<readonly ItemOutcome[]> => {
    const results: ItemOutcome[] = [];
    for (const letter of letters) {
      const input = { appealId: letter.id, text: wordsFor(draft, letter.id), revision: own.current.get(letter.id) ?? null, questions: [] };
      try {
        const { data } = await saveDraft({ variables: { input } });
        const errors = data?.saveAnswerDraft.errors ?? [];
        const revision = data?.saveAnswerDraft.draft?.revision;
        if (errors.length === 0 && revision) own.current.set(letter.id, revision);
        results.push({ appealId: letter.id, done: errors.length === 0, reason: errors.map(({ message }) => message).join(' ') });
      } catch (error) {
        results.push({ appealId: letter.id, done: false, reason: errorText(error) });
      }
    }
    return results;
  };

  const send = async (letters: readonly CampaignLetter[], draft: CampaignDraft) => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      const results = await (signs ? sign(letters, draft) : saveAll(letters, draft));
      if (!results) return;
      setOutcome(results);
      if (signs && results.every(({ done }) => done)) allDone();
      await refetch();
    } catch (error) {
      setTrouble(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return { outcome, busy, trouble, send };
}
