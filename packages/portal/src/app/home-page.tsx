import { useState } from 'react';
import { Link } from 'wouter';
import { isBegun, readDraft } from '../features/write';
import { useTexts } from '../lib/texts/texts';
import { useServiceName } from '../lib/title';
import { Heading } from '../ui/heading';

/** The front door: what this is, and the two things that people come for. */
export function HomePage() {
  const { t } = useTexts();
  const [begun] = useState(() => isBegun(readDraft().letter));
  return (
    <div className="page home">
      <div className="stack">
        <Heading title={useServiceName()}>{t('home.heading')}</Heading>
        <p className="lead">{t('home.lead')}</p>
      </div>
      <div className="doors">
        <Link href="/write" className="door door--main">
          <svg className="door__picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path d="M40 24v14a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V14a3 3 0 0 1 3-3h16" />
            <path d="m19 29 2-8L37.5 4.5a3 3 0 0 1 4.2 0l1.8 1.8a3 3 0 0 1 0 4.2L27 27z" />
          </svg>
          <span className="door__name">{t('home.write')}</span>
          <span className="door__about">{begun ? t('home.writeBegun') : t('home.writeAbout')}</span>
        </Link>
        <Link href="/track" className="door">
          <svg className="door__picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path d="M6 20 24 7l18 13v19a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2z" />
            <path d="m6 21 18 12 18-12" />
          </svg>
          <span className="door__name">{t('home.track')}</span>
          <span className="door__about">{t('home.trackAbout')}</span>
        </Link>
      </div>
    </div>
  );
}
