import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { AnswerHintsDocument, type AnswerHintsQuery } from '../../../gql/appeals';

/** What the help beside a text knows of it. */
export type Hinted = ReturnType<typeof useHints>;
export type Hints = NonNullable<AnswerHintsQuery['answerHints']>;

/** Milliseconds of quiet after which hints are asked for: a person who types is not watched letter by letter. */
const QUIET = 900;

const NONE: readonly string[] = [];

/**
 * Hints for the draft as it stands; those of before stay in sight until the new ones are there.
 * @param others letters that get the same words
 */
export function useHints(appealId: string | undefined, text: string, limit: number, others = NONE) {
  const [settled] = useDebouncedValue(text, QUIET);
  const skip = appealId === undefined || settled.trim() === '' || settled.length > limit;
  const { data, previousData, error } = useQuery(AnswerHintsDocument, { variables: { appealId: appealId ?? '', text: settled, others: others.length > 0 ? [...others] : null }, skip, fetchPolicy: 'no-cache' });
  return { appealId, others, hints: skip ? null : (data ?? previousData)?.answerHints ?? null, of: settled, failed: !skip && error !== undefined };
}

/** From here on the share that repeats is worth a hint of its own; below it, passages are. */
export const MUCH = 0.3;

export const countOf = ({ rawFields, untouched, promises, officialese, repeated }: Hints): number =>
  rawFields.length + untouched.length + promises.length + officialese.length + (repeated.length > 0 ? 1 : 0);
