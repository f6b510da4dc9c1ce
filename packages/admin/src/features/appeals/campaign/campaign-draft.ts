import type { QuestionResult } from '../../../gql/schema';

/** One answer for many, as it is written: the common words, and for each letter what only its applicant gets. */
export interface CampaignDraft {
  text: string;
  result: QuestionResult | null;
  /** By the appeal's id. */
  personal: Readonly<Record<string, string>>;
  /** Letters that are left to be answered by themselves. */
  leftOut: readonly string[];
}

export const BLANK: CampaignDraft = { text: '', result: null, personal: {}, leftOut: [] };

/** The letter that one applicant gets: the same as the server puts together. */
export function wordsFor({ text, personal }: CampaignDraft, appealId: string): string {
  const own = personal[appealId]?.trim();
  return own ? `${own}\n\n${text.trim()}` : text.trim();
}

/** What is missing before it can be signed. */
export interface Lacks {
  text: boolean;
  result: boolean;
  letters: boolean;
  /** Letters that are longer than an answer may be. */
  tooLong: readonly string[];
}

export function lacksOf(draft: CampaignDraft, chosen: readonly string[], limit: number, signs: boolean): Lacks {
  return {
    text: draft.text.trim() === '',
    result: signs && draft.result === null,
    letters: chosen.length === 0,
    tooLong: chosen.filter((id) => wordsFor(draft, id).length > limit),
  };
}

export const isWhole = ({ text, result, letters, tooLong }: Lacks): boolean => !text && !result && !letters && tooLong.length === 0;

const keyOf = (viewerId: string, campaignId: string): string => `campaign-answer:${viewerId}:${campaignId}`;

/** What this browser kept of it; blank where there is nothing, or nothing that can be read. */
export function readDraft(viewerId: string, campaignId: string): CampaignDraft {
  try {
    const kept = localStorage.getItem(keyOf(viewerId, campaignId));
    return kept ? { ...BLANK, ...(JSON.parse(kept) as Partial<CampaignDraft>) } : BLANK;
  } catch {
    return BLANK;
  }
}

/** Keeps it at every keystroke; null when everything is signed. */
export function keepDraft(viewerId: string, campaignId: string, draft: CampaignDraft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(viewerId, campaignId), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(viewerId, campaignId));
  } catch {
    // A full or forbidden storage: the words stay while the page is open.
  }
}
