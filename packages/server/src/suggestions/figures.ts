/** How well a version does on decisions that were held back from it; shares from 0 to 1, null where nothing was held back. */
export interface Figures {
  readonly topics: { readonly count: number; readonly first: number | null; readonly amongThree: number | null; readonly byTopic: readonly TopicFigure[] };
  readonly kinds: { readonly count: number; readonly right: number | null };
  readonly reasons: { readonly count: number; readonly precision: number | null; readonly recall: number | null };
}

export interface TopicFigure {
  readonly code: string;
  readonly count: number;
  /** How many were right the first time. */
  readonly first: number;
}
