import { useMutation, useSubscription } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { AppealAttendedDocument, AttendAppealDocument, type AttendAppealMutation } from '../../../gql/appeals';
import type { AppealAttention } from '../../../gql/schema';
import { useText } from '../../../lib/i18n/use-text';
import { Icon } from '../../../ui/icons';
import { messages } from './messages';
import classes from './presence.module.css';

type Other = NonNullable<AttendAppealMutation['attendAppeal']['presence']>['others'][number];

/** A page says this often that somebody is there, in milliseconds; the server forgets whoever is silent for forty seconds. */
const AGAIN_MS = 15_000;

/** Whoever only walks past with j and k is not there, in milliseconds. */
const SETTLED_MS = 600;

/** Tells the others what is done with this appeal here, and who else has it open. Silent while the page is hidden. */
export function usePresence(appealId: string, doing: AppealAttention): readonly Other[] {
  const [attend] = useMutation(AttendAppealDocument, { fetchPolicy: 'no-cache' });
  const [others, setOthers] = useState<readonly Other[]>([]);
  useEffect(() => {
    let there = true;
    const say = (what: AppealAttention | null) =>
      attend({ variables: { input: { appealId, doing: what } } })
        .then(({ data }) => there && setOthers(data?.attendAppeal.presence?.others ?? []))
        // It is a courtesy: without the network there is nobody to tell.
        .catch(() => undefined);
    const sayIfSeen = () => void say(document.hidden ? null : doing);
    let said = false;
    const first = setTimeout(() => {
      said = true;
      sayIfSeen();
    }, SETTLED_MS);
    const timer = setInterval(() => {
      if (!document.hidden) sayIfSeen();
    }, AGAIN_MS);
    document.addEventListener('visibilitychange', sayIfSeen);
    return () => {
      there = false;
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', sayIfSeen);
      if (said) void say(null);
    };
  }, [attend, appealId, doing]);
  useSubscription(AppealAttendedDocument, {
    variables: { appealId },
    ignoreResults: true,
    onData: ({ data: { data } }) => data && setOthers(data.appealAttended.others),
  });
  return others;
}

/** «Анна Котова смотрит», and with a warning when somebody already decides or answers. */
export function PresenceBar({ others }: { others: readonly Other[] }) {
  const t = useText(messages);
  const holder = others.find(({ doing }) => doing !== 'READING');
  return (
    <div role="status">
      {others.length > 0 && (
        <p className={classes.bar} data-tone={holder ? 'warning' : undefined}>
          <Icon name={holder ? 'warning' : 'people'} size={16} />
          <span>{others.map(({ name, doing }) => t(`presence.${doing}`, { name })).join(', ')}</span>
        </p>
      )}
    </div>
  );
}
