import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useAbout } from '../lib/about';
import { useTexts } from '../lib/texts/texts';
import { useServiceName } from '../lib/title';
import { Button } from '../ui/button';

const OTHER_LANGUAGE = { ru: { locale: 'en', name: 'English' }, en: { locale: 'ru', name: 'По-русски' } } as const;

/** What stands around every page: name, language, the state of the connection, who it is for. */
export function Shell({ children }: { children: ReactNode }) {
  const { t, locale, setLocale } = useTexts();
  const name = useServiceName();
  const about = useAbout().data?.about;
  const online = useOnline();
  const other = OTHER_LANGUAGE[locale];
  return (
    <>
      <a className="skip" href="#main">{t('shell.skip')}</a>
      <header className="masthead">
        <div role="status">{!online && <p className="ribbon ribbon--wrong">{t('shell.offline')}</p>}</div>
        {about?.demonstration && <p className="ribbon">{t('shell.demonstration')}</p>}
        <div className="masthead__inner">
          <Link href="/" className="brand">
            <svg className="brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
              <rect width="32" height="32" rx="6" fill="currentColor" />
              <path className="brand__lines" d="M6 10h20v13H6zM6.5 10.5l9.5 7.5 9.5-7.5" />
            </svg>
            <span className="brand__name">{name}</span>
          </Link>
          <span lang={other.locale}><Button look="quiet" onClick={() => setLocale(other.locale)}>{other.name}</Button></span>
        </div>
      </header>
      <main className="main" id="main" tabIndex={-1}>{children}</main>
      <footer className="footer">
        <div className="footer__inner">
          <p>{t('shell.footer', { name })}</p>
          <a href="/admin/">{t('shell.console')}</a>
        </div>
      </footer>
    </>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
}
