import { useMutation } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { RevokePartnerKeyDocument, type PartnerKeyRowFragment } from '../../gql/partners';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Confirm } from '../../ui/confirm';
import { keyMessages } from './key-messages';
import classes from './partners.module.css';
import { useChange } from '../../lib/apollo/use-change';

/** Asks before a key stops for good, and says what stops with it. */
export function RevokeKey({ revoked, isLast, close }: { revoked: PartnerKeyRowFragment | null; isLast: boolean; close: () => void }) {
  const t = useText(keyMessages);
  const common = useCommonText();
  const days = useDays();
  const [revoke] = useMutation(RevokePartnerKeyDocument, { refetchQueries: ['PartnerPage'] });
  const { run, busy, beside, forget } = useChange();
  const leave = () => {
    forget();
    close();
  };
  const confirm = async () => {
    if (!revoked || !(await run(async () => (await revoke({ variables: { id: revoked.id } })).data?.revokePartnerKey))) return;
    leave();
    notifications.show({ message: t('revoke.done') });
  };
  return (
    <Confirm
      opened={revoked !== null}
      close={leave}
      title={t('revoke.title', { name: revoked?.name ?? '' })}
      closeLabel={common('action.close')}
      cancelLabel={common('action.cancel')}
      action={t('revoke.confirm')}
      busy={busy}
      failure={beside()}
      onConfirm={() => void confirm()}
    >
      {revoked && (
        <>
          <p>{t('revoke.text')}</p>
          <ul className={classes.stops}>
            {revoked.scopes.map((scope) => (
              <li key={scope}>{t(`scope.${scope}`)}</li>
            ))}
          </ul>
          <p>{revoked.lastUsedAt ? t('revoke.used', { when: days.moment(revoked.lastUsedAt) }) : t('revoke.unused')}</p>
          {isLast && <p className={classes.strong}>{t('revoke.last')}</p>}
        </>
      )}
    </Confirm>
  );
}
