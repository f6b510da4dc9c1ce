import { useState } from 'react';
import { Link, Redirect } from 'wouter';
import { groupedCode, trackPath } from '../../lib/appeal-code';
import { useTexts } from '../../lib/texts/texts';
import { useTitle } from '../../lib/title';
import { Button, ButtonLink } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { sentLetter } from './send';
import { STEP_PATHS } from './steps';

/** The letter is on its way: its number and code, to be kept. */
export function SentPage() {
  const { t, day } = useTexts();
  const [sent] = useState(sentLetter.read);
  const title = useTitle(t('write.sent.heading'));
  if (!sent) return <Redirect to={STEP_PATHS.place} replace />;
  const address = `${location.origin}${trackPath(sent.number)}`;

  return (
    <div className="page stack">
      <Heading title={title}>{t('write.sent.heading')}</Heading>
      <p className="lead">{t('write.sent.keep')}</p>
      <dl className="ticket">
        <div>
          <dt>{t('track.number')}</dt>
          <dd>{sent.number}</dd>
        </div>
        <div>
          <dt>{t('track.code')}</dt>
          <dd className="ticket__code">{groupedCode(sent.code)}</dd>
        </div>
      </dl>
      <p className="print-only">{t('write.sent.where', { address })}</p>
      <div className="actions no-print">
        <CopyButton
          text={t('write.sent.copied', { number: sent.number, code: groupedCode(sent.code), address })}
          label={t('write.sent.copy')}
          done={t('write.sent.copyDone')}
          failed={t('write.sent.copyFailed')}
        />
        <Button look="secondary" onClick={() => window.print()}>{t('write.sent.print')}</Button>
      </div>
      {sent.withoutChanges && (
        <Notice tone="wait" title={t('write.sent.withoutChangesTitle')}>
          <p>{t('write.sent.withoutChanges')}</p>
          <p><Link href={STEP_PATHS.check}>{t('write.sent.sendChanged')}</Link></p>
        </Notice>
      )}
      <section className="stack">
        <h2 className="subheading">{t('write.sent.next')}</h2>
        <p>{t('write.sent.moderation', { day: day(sent.registerBy) })}</p>
        <p>{sent.email ? t('write.sent.mailed', { email: sent.email }) : t('write.sent.notMailed')}</p>
      </section>
      <div className="actions">
        <ButtonLink to={trackPath(sent.number)}>{t('write.sent.follow')}</ButtonLink>
      </div>
    </div>
  );
}
