import { notifications } from '@mantine/notifications';
import { useErrorText } from '../../lib/apollo/errors';
import { useText } from '../../lib/i18n/use-text';
import { messages } from './messages';

interface Payload {
  errors: { message: string }[];
}

/** Runs a change that has no form: says at the foot of the page that it was done, or why not. */
export function useToast() {
  const t = useText(messages);
  const errorText = useErrorText();
  return async <P extends Payload>(ask: () => Promise<P | undefined>, done: string): Promise<P | null> => {
    let reason: string | undefined;
    try {
      const payload = await ask();
      reason = payload?.errors[0]?.message;
      if (payload && !reason) {
        notifications.show({ message: done });
        return payload;
      }
    } catch (error) {
      reason = errorText(error);
    }
    notifications.show({ color: 'red', message: t('failed', { reason: reason ?? '' }) });
    return null;
  };
}
