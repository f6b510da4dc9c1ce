import { Component, type ReactNode } from 'react';
import { useTexts } from '../lib/texts/texts';
import { Button } from '../ui/button';
import { Heading } from '../ui/heading';

/** Catches a fault of our own in a page: what was typed is in the browser, so a reload loses nothing. */
export class Trouble extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <TroublePage /> : this.props.children;
  }
}

function TroublePage() {
  const { t } = useTexts();
  return (
    <div className="page stack" role="alert">
      <Heading title={t('trouble.heading')}>{t('trouble.heading')}</Heading>
      <p className="lead">{t('trouble.help')}</p>
      <div className="actions"><Button onClick={() => location.reload()}>{t('trouble.reload')}</Button></div>
    </div>
  );
}
