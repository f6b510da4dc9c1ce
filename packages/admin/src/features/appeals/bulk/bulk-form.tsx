import { useQuery } from '@apollo/client/react';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { RejectReasonsDocument } from '../../../gql/appeals';
import { useText } from '../../../lib/i18n/use-text';
import { useTopicOptions } from '../../../lib/reference/use-reference';
import { DeputySelect } from '../queue/deputy-select';
import type { BulkMoveName, BulkWords } from './bulk-moves';
import { messages } from './messages';

/** The fields of one move, for all the chosen appeals together. */
export function BulkForm({
  move,
  words,
  change,
  errorOf,
  regionCode,
}: {
  move: BulkMoveName;
  words: BulkWords;
  change: (patch: Partial<BulkWords>) => void;
  /** What is wrong with a field: by its name at the end of the path that the server gives. */
  errorOf: (...fields: string[]) => string | undefined;
  /** Of the deputies that are offered; null: of all regions. */
  regionCode: string | null;
}) {
  const t = useText(messages);
  const topics = useTopicOptions();
  const { data } = useQuery(RejectReasonsDocument, { fetchPolicy: 'cache-first', skip: move !== 'REJECT' });
  const reasons = (data?.rejectReasons ?? []).filter(({ code }) => code !== 'NO_CLARIFICATION');
  return (
    <>
      {move === 'REGISTER' && (
        <Select
          label={t('topic')}
          placeholder={t('topic.suggested')}
          searchable
          clearable
          data={topics}
          value={words.topicCode}
          error={errorOf('topicCode')}
          onChange={(topicCode) => change({ topicCode })}
        />
      )}
      {(move === 'REGISTER' || move === 'FORWARD_TO_DEPUTY') && (
        <DeputySelect
          regionCode={regionCode}
          value={words.deputy}
          onChange={(deputy) => change({ deputy })}
          error={errorOf('deputyId')}
          hint={move === 'REGISTER' && !words.deputy ? t('deputy.suggested') : undefined}
        />
      )}
      {move === 'REJECT' && (
        <Select
          label={t('reason')}
          placeholder={t('reason.placeholder')}
          data={reasons.map(({ code, title }) => ({ value: code, label: title }))}
          value={words.reason}
          error={errorOf('reason')}
          onChange={(code) => {
            const reason = reasons.find((one) => one.code === code);
            if (!reason) return;
            const untouched = words.text.trim() === '' || reasons.some(({ text }) => text === words.text);
            change({ reason: reason.code, ...(untouched && { text: reason.text }) });
          }}
        />
      )}
      {move === 'FORWARD_OUTSIDE' && (
        <TextInput label={t('body')} value={words.body} error={errorOf('body')} onChange={(event) => change({ body: event.currentTarget.value })} />
      )}
      {move === 'EXTEND' && (
        <NumberInput
          label={t('days')}
          value={words.days}
          onChange={(days) => change({ days: typeof days === 'number' ? days : '' })}
          error={errorOf('days')}
          min={1}
          clampBehavior="none"
          allowDecimal={false}
          allowNegative={false}
        />
      )}
      {move !== 'REGISTER' && move !== 'BEGIN' && (
        <Textarea
          label={t(`words.${move}`)}
          value={words.text}
          error={move === 'REJECT' ? errorOf('text') : errorOf('text', 'reason')}
          onChange={(event) => change({ text: event.currentTarget.value })}
          autosize
          minRows={4}
          maxRows={12}
        />
      )}
    </>
  );
}
