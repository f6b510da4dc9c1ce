import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, TextInput } from '@mantine/core';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { AcceptInvitationDocument, InvitationOfferDocument, type InvitationOfferQuery } from '../../gql/sign-in';
import { useErrorText } from '../../lib/apollo/errors';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { NewPasswordField } from '../../lib/session/new-password-field';
import { missingCharacters } from '../../lib/session/password';
import { Failure } from '../../ui/failure';
import { Door } from './door';
import { messages } from './messages';
import classes from './door.module.css';

type Offer = NonNullable<InvitationOfferQuery['invitation']>;
const route = getRouteApi('/invitation');

const DEAD = ['INVITATION_UNKNOWN', 'INVITATION_USED', 'INVITATION_EXPIRED', 'INVITATION_REVOKED'] as const;
type Dead = (typeof DEAD)[number];

/** Why a link leads nowhere, where that is what an error says. */
function deadReason(error: unknown): Dead | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const reason = error.errors[0]?.extensions?.['reason'];
  return DEAD.find((one) => one === reason);
}

function OfferFacts({ offer }: { offer: Offer }) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const names = offer.regions.map(({ name }) => name).join(', ');
  const place: [string, ReactNode] = offer.deputyName
    ? [t('invitation.deputy'), offer.deputyName]
    : [t('invitation.regions', { n: offer.regions.length || 1 }), names || t('invitation.country')];
  const facts: [string, ReactNode][] = [
    [t('invitation.role'), common(`role.${offer.role}`)],
    place,
    [t('invitation.email'), offer.email],
    [t('invitation.until'), t('invitation.untilValue', { moment: days.moment(offer.expiresAt) })],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function AcceptForm({ token, offer, dead }: { token: string; offer: Offer; dead: (reason: Dead) => void }) {
  const t = useText(messages);
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [accept, { loading }] = useMutation(AcceptInvitationDocument);
  const [name, setName] = useState(offer.name);
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<{ field: string | null; message: string }[]>([]);
  const nameRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const wordOf = (field: string) => refused.find((one) => one.field === field)?.message;
  const whole = refused.filter(({ field }) => field !== 'name' && field !== 'password');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    setRefused([]);
    if (name.trim() === '') return nameRef.current?.focus();
    if (missingCharacters(password, offer.minPasswordLength) > 0) return passwordRef.current?.focus();
    try {
      const { data } = await accept({ variables: { input: { token, name: name.trim(), password } } });
      const errors = data?.acceptInvitation.errors ?? [];
      if (errors.length === 0) return await navigate({ to: '/sign-in', search: { done: 'accepted', email: offer.email }, replace: true });
      setRefused(errors);
      (errors[0]?.field === 'name' ? nameRef : passwordRef).current?.focus();
    } catch (error) {
      const reason = deadReason(error);
      if (reason) dead(reason);
      else setRefused([{ field: null, message: errorText(error) }]);
    }
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {whole.length > 0 && <Failure>{whole.map(({ message }) => message).join(' ')}</Failure>}
      {/* Tells a password manager whose password it is. */}
      <input type="email" name="email" autoComplete="username" value={offer.email} readOnly hidden />
      <TextInput
        ref={nameRef}
        label={t('invitation.name')}
        description={t('invitation.nameHint')}
        name="name"
        autoComplete="name"
        size="md"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={wordOf('name') ?? (asked && name.trim() === '' ? t('error.nameEmpty') : undefined)}
      />
      <NewPasswordField
        ref={passwordRef}
        label={t('invitation.password')}
        value={password}
        onChange={setPassword}
        min={offer.minPasswordLength}
        asked={asked}
        refused={wordOf('password')}
      />
      <Button type="submit" size="md" fullWidth loading={loading} mt={4}>
        {t('invitation.submit')}
      </Button>
    </form>
  );
}

/** What a link of an invitation opens: what it offers and the form to accept it, or why it leads nowhere and what to do. */
export function InvitationPage() {
  const t = useText(messages);
  const errorText = useErrorText();
  const { token } = route.useSearch();
  const [died, setDied] = useState<Dead | null>(null);
  const { data, error, refetch } = useQuery(InvitationOfferDocument, {
    variables: { token: token ?? '' },
    skip: !token,
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  const reason = died ?? (token ? deadReason(error) : 'INVITATION_UNKNOWN');
  const offer = data?.invitation as Offer | null | undefined;
  if (reason) {
    return (
      <Door title={t(`invitation.${reason}`)} lead={t(`invitation.${reason}.text`)} focusTitle>
        {reason === 'INVITATION_USED' ? (
          <>
            <Button size="md" fullWidth renderRoot={(props: object) => <Link to="/sign-in" {...props} />}>
              {t('invitation.toSignIn')}
            </Button>
            <Anchor renderRoot={(props: object) => <Link to="/forgot-password" {...props} />}>{t('forgot.link')}</Anchor>
          </>
        ) : (
          <Anchor renderRoot={(props: object) => <Link to="/sign-in" {...props} />}>{t('invitation.toSignIn')}</Anchor>
        )}
      </Door>
    );
  }
  if (offer) {
    return (
      <Door title={t('invitation.title')} lead={t('invitation.lead')} focusTitle>
        <OfferFacts offer={offer} />
        <AcceptForm token={token ?? ''} offer={offer} dead={setDied} />
      </Door>
    );
  }
  if (error || data) {
    return (
      <Door title={t('invitation.failed')} lead={error ? errorText(error) : null} focusTitle>
        <Button variant="default" size="md" fullWidth onClick={() => void refetch()}>
          {t('invitation.retry')}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={t('invitation.title')}>
      <p className={classes.hint} role="status">
        {t('invitation.loading')}
      </p>
    </Door>
  );
}
