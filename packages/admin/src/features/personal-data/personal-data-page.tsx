import { useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { messages } from './messages';
import { PersonPanel } from './person-panel';
import { RetentionPanel } from './retention-panel';
import classes from './personal-data.module.css';

/** What is held about people: one person's at that person's wish, and everybody's by the terms of retention. */
export function PersonalDataPage() {
  const t = useText(messages);
  const mayErase = useViewer().role === 'ADMINISTRATOR';
  return (
    <Page wide>
      <PageHeader title={t('title')} />
      <div className={classes.page}>
        {mayErase && <PersonPanel />}
        <RetentionPanel />
      </div>
    </Page>
  );
}
