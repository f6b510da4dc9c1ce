import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { ApiFailure, FailureKind } from './api';
import { useTexts, type TextKey } from './texts/texts';

const TITLES: Record<FailureKind, TextKey> = {
  OFFLINE: 'failure.offline', TIMEOUT: 'failure.timeout', SERVER: 'failure.server', REFUSED: 'failure.refused',
};
const HELPS: Record<FailureKind, TextKey | undefined> = {
  OFFLINE: 'failure.offlineHelp', TIMEOUT: 'failure.timeoutHelp', SERVER: 'failure.serverHelp', REFUSED: undefined,
};

/** Why nothing came, in plain words, and the button to try again. A refusal speaks in the server's own words. */
export function FailureNotice({ failure, onRetry, about }: { failure: ApiFailure; onRetry?: () => void; about?: string }) {
  const { t } = useTexts();
  const help = HELPS[failure.kind];
  return (
    <Notice tone="wrong" role="alert" title={t(TITLES[failure.kind])}>
      {about && <p>{about}</p>}
      <p>{help ? t(help) : failure.message}</p>
      {failure.requestId && <p className="soft">{t('failure.requestId', { id: failure.requestId })}</p>}
      {onRetry && failure.worthRetrying && <Button look="secondary" onClick={onRetry}>{t('failure.retry')}</Button>}
    </Notice>
  );
}
