import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { TrackAppealDocument } from '../../gql/documents';
import { codeInFragment, codeSlot, normaliseNumber } from '../../lib/appeal-code';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { useTitle } from '../../lib/title';
import { useQuery } from '../../lib/use-query';
import { Heading } from '../../ui/heading';
import { Skeleton } from '../../ui/skeleton';
import { AppealView } from './appeal-view';
import { TrackForm } from './track-form';

/** The form of the applicant's mark, given by the app: features do not import each other. */
export type MarkSlot = (props: { number: string; code: string; appeal: TrackedAppealFragment; onGiven: () => void }) => ReactNode;

/** /track/<number>: the appeal, once its code is known from the address, from this tab, or from the form. */
export function TrackPage({ number: typedNumber, mark }: { number: string; mark: MarkSlot }) {
  const { t } = useTexts();
  const number = normaliseNumber(typedNumber) ?? typedNumber;
  const [code, setCode] = useState(() => codeInFragment(location.hash) ?? codeSlot(number).read());
  const title = useTitle(t('track.title', { number }));

  useEffect(() => {
    const fromAddress = codeInFragment(location.hash);
    if (!fromAddress) return;
    codeSlot(number).write(fromAddress);
    // The code leaves the address bar: it may be photographed, or sent along with the link.
    history.replaceState(history.state, '', location.pathname + location.search);
  }, [number]);

  if (!code) {
    return (
      <div className="page stack">
        <Heading title={title}>{t('track.enterCode')}</Heading>
        <TrackForm number={number} onCode={setCode} />
      </div>
    );
  }
  return <FoundAppeal key={`${number} ${code}`} number={number} code={code} title={title} onCode={setCode} mark={mark} />;
}

interface FoundProps {
  number: string;
  code: string;
  title: string;
  onCode(code: string): void;
  mark: MarkSlot;
}

/** Coming back to a page that was left open for longer than this brings it up to date. */
const STALE_MS = 60_000;

function FoundAppeal({ number, code, title, onCode, mark }: FoundProps) {
  const { t } = useTexts();
  const { data, failure, loading, reload } = useQuery(TrackAppealDocument, { number, code });
  const [erased, setErased] = useState(false);
  const [changed, setChanged] = useState<TrackedAppealFragment>();
  const loaded = data?.trackAppeal ?? undefined;
  // A mutation answers with the appeal as it is now; a later load is newer again.
  const appeal = changed && (!loaded || changed.version >= loaded.version) ? changed : loaded;
  // What was loaded after the change is the newer one, with links that work.
  useEffect(() => setChanged((before) => (before && loaded && loaded.version >= before.version ? undefined : before)), [loaded]);
  useReloadOnReturn(reload);
  useFreshLinks(Boolean(appeal?.attachments.length || appeal?.messages.some(({ attachments }) => attachments.length)), reload);

  const wrongPair =
    failure?.code === 'NOT_FOUND' || (data && !data.trackAppeal) || (failure?.kind === 'REFUSED' && failure.code === 'BAD_USER_INPUT');
  useEffect(() => {
    if (wrongPair) codeSlot(number).clear();
  }, [wrongPair, number]);

  if (erased) {
    return (
      <div className="page stack">
        <Heading title={title}>{t('data.erased')}</Heading>
        <p>{t('data.erased.what', { number })}</p>
      </div>
    );
  }
  if (wrongPair) {
    return (
      <div className="page stack">
        <Heading title={title}>{t('track.notFound')}</Heading>
        <TrackForm number={number} wrongPair={t('track.wrong.pair')} onCode={(next) => (next === code ? reload() : onCode(next))} />
      </div>
    );
  }
  if (!appeal) {
    return (
      <div className="page stack">
        <Heading title={title}>{t('track.title', { number })}</Heading>
        {failure && !loading ? <FailureNotice failure={failure} onRetry={reload} /> : <Skeleton label={t('track.loading')} lines={7} />}
      </div>
    );
  }
  return (
    <AppealView
      appeal={appeal}
      code={code}
      title={title}
      stale={failure && !loading ? <FailureNotice failure={failure} about={t('track.stale')} onRetry={reload} /> : undefined}
      onChange={setChanged}
      onConflict={reload}
      onErased={() => {
        codeSlot(number).clear();
        setErased(true);
      }}
      mark={mark({ number, code, appeal, onGiven: reload })}
    />
  );
}

/** Links to files work for ten minutes; a page that is left open asks for new ones before that. */
const LINKS_MS = 8 * 60_000;

function useFreshLinks(hasFiles: boolean, reload: () => void): void {
  useEffect(() => {
    if (!hasFiles) return undefined;
    const timer = setInterval(() => document.hidden || reload(), LINKS_MS);
    return () => clearInterval(timer);
  }, [hasFiles, reload]);
}

function useReloadOnReturn(reload: () => void): void {
  useEffect(() => {
    let leftAt = 0;
    const look = () => {
      if (document.hidden) leftAt = performance.now();
      else if (leftAt && performance.now() - leftAt > STALE_MS) reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [reload]);
}
