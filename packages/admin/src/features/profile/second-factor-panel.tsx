import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { MySessionsDocument } from '../../gql/profile';
import { useText } from '../../lib/i18n/use-text';
import { dropSecondFactor, newRecoveryCodes, prepareSecondFactor } from '../../lib/session/auth-api';
import { useSession } from '../../lib/session/session';
import { useViewer } from '../../lib/session/viewer';
import { Badge } from '../../ui/badge';
import { Panel } from '../../ui/page';
import { ByPassword } from './by-password';
import { Enrolment } from './enrolment';
import { messages } from './messages';
import { RecoveryCodes } from './recovery-codes';
import classes from './profile.module.css';

type Step =
  | { at: 'rest' }
  | { at: 'begin' }
  | { at: 'enrol'; uri: string; codes: readonly string[] }
  | { at: 'codes'; codes: readonly string[] }
  | { at: 'renew' }
  | { at: 'drop' };

/** The second factor: on, off, and the way between. */
export function SecondFactorPanel() {
  const t = useText(messages);
  const viewer = useViewer();
  const session = useSession();
  const apollo = useApolloClient();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever was led here because the role must have one, goes on to work from here.
  const [wasLocked] = useState(viewer.twoFactorRequired && !viewer.twoFactorEnabled);
  const rest = () => {
    setStep({ at: 'rest' });
    heading.current?.focus();
  };
  const changed = async () => {
    // The library has changed the cookie: the live line must carry the new one.
    await session.renewed();
    await apollo.refetchQueries({ include: [MySessionsDocument] });
  };
  return (
    <Panel>
      <h2 className={classes.heading} ref={heading} tabIndex={-1} id="second-factor">
        {t('factor')}{' '}
        {viewer.twoFactorEnabled ? <Badge tone="good">{t('factor.on')}</Badge> : <Badge tone="quiet">{t('factor.off')}</Badge>}
      </h2>
      {step.at === 'rest' &&
        (viewer.twoFactorEnabled ? (
          <>
            <p className={classes.text}>{t('factor.onText')}</p>
            <div className={classes.buttons}>
              <Button variant="default" onClick={() => setStep({ at: 'renew' })}>
                {t('factor.newCodes')}
              </Button>
              <Button variant="outline" color="red.9" onClick={() => setStep({ at: 'drop' })}>
                {t('factor.drop')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p className={classes.text}>{t('factor.why')}</p>
            <div className={classes.buttons}>
              <Button onClick={() => setStep({ at: 'begin' })}>{t('factor.begin')}</Button>
            </div>
          </>
        ))}
      {step.at === 'begin' && (
        <ByPassword
          action={t('factor.next')}
          ask={prepareSecondFactor}
          done={({ totpURI, backupCodes }) => setStep({ at: 'enrol', uri: totpURI, codes: backupCodes })}
          cancel={rest}
        >
          <p className={classes.text}>{t('factor.why')}</p>
        </ByPassword>
      )}
      {step.at === 'enrol' && (
        <Enrolment
          uri={step.uri}
          confirmed={async () => {
            setStep({ at: 'codes', codes: step.codes });
            notifications.show({ message: t('factor.done') });
            await changed();
          }}
          cancel={rest}
        />
      )}
      {step.at === 'codes' && (
        <RecoveryCodes
          codes={step.codes}
          doneLabel={wasLocked ? t('required.go') : undefined}
          done={() => (wasLocked ? void navigate({ to: '/' }) : rest())}
        />
      )}
      {step.at === 'renew' && (
        <ByPassword
          action={t('factor.newCodesSubmit')}
          ask={newRecoveryCodes}
          done={({ backupCodes }) => setStep({ at: 'codes', codes: backupCodes })}
          cancel={rest}
        >
          <p className={classes.text}>{t('factor.newCodesText')}</p>
        </ByPassword>
      )}
      {step.at === 'drop' && (
        <ByPassword
          danger
          action={t('factor.dropSubmit')}
          ask={dropSecondFactor}
          done={async () => {
            notifications.show({ message: t('factor.dropped') });
            rest();
            await changed();
          }}
          cancel={rest}
        >
          <h3 className={classes.subheading}>{t('factor.dropTitle')}</h3>
          <p className={classes.text}>
            {t('factor.dropText')} {viewer.twoFactorRequired && t('factor.requiredNote')}
          </p>
        </ByPassword>
      )}
    </Panel>
  );
}
