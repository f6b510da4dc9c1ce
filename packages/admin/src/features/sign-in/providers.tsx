import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { SignInProvidersDocument } from '../../gql/sign-in';
import { useText } from '../../lib/i18n/use-text';
import { signInThrough } from '../../lib/session/auth-api';
import { RefusalNote } from '../../lib/session/refusal';
import { useAttempt } from '../../lib/session/use-attempt';
import { messages } from './messages';
import classes from './door.module.css';

/** Ways to sign in through others, where the installation has any. */
export function Providers({ to }: { to: string }) {
  const t = useText(messages);
  const { options } = useRouter();
  const { data } = useQuery(SignInProvidersDocument, { fetchPolicy: 'cache-first' });
  const [chosen, setChosen] = useState<string | null>(null);
  const attempt = useAttempt();
  const providers = data?.about.signInProviders ?? [];
  if (providers.length === 0) return null;

  const go = async (id: string) => {
    setChosen(id);
    const home = options.basepath ?? '';
    const answer = await attempt.run(() => signInThrough(id, home + to, `${home}/sign-in`));
    if (answer?.ok && answer.data.url) location.assign(answer.data.url);
    else setChosen(null);
  };
  return (
    <div className={classes.providers}>
      <p className={classes.or}>{t('or')}</p>
      <RefusalNote code={attempt.code} wait={attempt.wait} />
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          size="md"
          fullWidth
          className={classes.provider ?? ''}
          loading={chosen === id}
          onClick={() => void go(id)}
        >
          {t('provider.through', { name })}
        </Button>
      ))}
    </div>
  );
}
