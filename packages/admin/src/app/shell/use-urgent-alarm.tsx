import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { AnyAppealSubmittedSubscription } from '../../gql/lib';
import { useText } from '../../lib/i18n/use-text';
import { messages } from '../messages';

/** Tells a moderator at once, on whatever page, of a letter that danger to life speaks out of; it stays until it is closed. */
export function useUrgentAlarm(): (arrived: AnyAppealSubmittedSubscription['appealSubmitted']) => void {
  const t = useText(messages);
  const navigate = useNavigate();
  return useCallback(
    ({ id, number, subject, urgent, viewerCanModerate }) => {
      if (!urgent || !viewerCanModerate) return;
      const open = () => {
        notifications.hide(`urgent-${id}`);
        void navigate({ to: '/queue', search: { id } });
      };
      notifications.show({
        id: `urgent-${id}`,
        color: 'red',
        autoClose: false,
        title: t('urgent.title', { number }),
        message: (
          // Notifications stand outside of the router.
          <Anchor component="button" type="button" size="sm" onClick={open}>
            {subject}
          </Anchor>
        ),
      });
    },
    [t, navigate],
  );
}
