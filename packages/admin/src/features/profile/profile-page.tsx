import { useCommonText, useText } from '../../lib/i18n/use-text';
import { isLocked, useViewer } from '../../lib/session/viewer';
import { Icon } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { AboutPanel } from './about-panel';
import { CalendarPanel } from './calendar-panel';
import { messages } from './messages';
import { NotificationsPanel } from './notifications-panel';
import { PasswordPanel } from './password-panel';
import { SecondFactorPanel } from './second-factor-panel';
import { SessionsPanel } from './sessions-panel';
import classes from './profile.module.css';

/** The own account. Whoever must have a second factor and has none is led here, and only here, until it is on. */
export function ProfilePage() {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const locked = isLocked(viewer);
  return (
    <Page>
      <PageHeader title={locked ? t('title') : viewer.name} />
      {locked && (
        <section className={classes.required} aria-labelledby="required">
          <Icon name="warning" size={20} />
          <div>
            <h2 id="required">{t('required.title')}</h2>
            <p>{t('required.text', { role: common(`role.${viewer.role}`) })}</p>
          </div>
        </section>
      )}
      <div className={classes.panels}>
        {!locked && <AboutPanel key="about" locked={locked} />}
        <SecondFactorPanel key="factor" />
        {locked && <AboutPanel key="about" locked={locked} />}
        <PasswordPanel key="password" />
        <SessionsPanel key="sessions" />
        {!locked && <NotificationsPanel key="news" />}
        {!locked && <CalendarPanel key="calendar" />}
      </div>
    </Page>
  );
}
