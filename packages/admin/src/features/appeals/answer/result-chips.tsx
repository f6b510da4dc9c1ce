import { Chip } from '@mantine/core';
import type { QuestionResult } from '../../../gql/schema';
import { QUESTION_RESULTS } from '../../../lib/appeals/appeal-status';
import { useCommonText } from '../../../lib/i18n/use-text';

/** What came of a question, one of a few. */
export function ResultChips({ value, onChange }: { value: QuestionResult | null; onChange: (result: QuestionResult) => void }) {
  const common = useCommonText();
  return (
    <Chip.Group value={value ?? ''} onChange={(result) => onChange(result as QuestionResult)}>
      {QUESTION_RESULTS.map((result) => (
        <Chip key={result} value={result} size="sm" radius="xl">
          {common(`result.${result}`)}
        </Chip>
      ))}
    </Chip.Group>
  );
}
