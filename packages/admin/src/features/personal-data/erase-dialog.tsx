import { useMutation } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { EraseApplicantDocument } from '../../gql/personal-data';
import { useErrorText } from '../../lib/apollo/errors';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Confirm } from '../../ui/confirm';
import { messages } from './messages';

/** Asks before a person's appeals are anonymised: how many, what stays, and why it is done. */
export function EraseDialog({
  contact,
  total,
  open,
  opened,
  close,
  onErased,
}: {
  contact: string;
  total: number;
  open: number;
  opened: boolean;
  close: () => void;
  onErased: (count: number) => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const errorText = useErrorText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<{ reason?: string; whole?: string }>({});
  const [erase, { loading }] = useMutation(EraseApplicantDocument);

  const run = async () => {
    if (!reason.trim()) {
      setWrong({ reason: t('erase.lacks') });
      return field.current?.focus();
    }
    setWrong({});
    try {
      const result = (await erase({ variables: { input: { contact, reason: reason.trim() } } })).data?.eraseApplicant;
      const [refused] = result?.errors ?? [];
      if (refused) setWrong(refused.field === 'reason' ? { reason: refused.message } : { whole: refused.message });
      else {
        setReason('');
        onErased(result?.erased ?? total);
      }
    } catch (error) {
      setWrong({ whole: errorText(error) });
    }
  };
  return (
    <Confirm
      opened={opened}
      close={close}
      title={t('erase.title', { n: total })}
      action={t('erase.submit', { n: total })}
      cancelLabel={common('action.cancel')}
      closeLabel={common('action.close')}
      busy={loading}
      failure={wrong.whole ?? null}
      onConfirm={() => void run()}
    >
      <p>{t('erase.text')}</p>
      {open > 0 && (
        <p>
          <strong>{t('erase.open', { n: open })}</strong>
        </p>
      )}
      <Textarea
        ref={field}
        label={t('erase.reason')}
        description={t('erase.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={wrong.reason}
        autosize
        minRows={2}
        maxLength={2000}
      />
    </Confirm>
  );
}
