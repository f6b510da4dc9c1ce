import { useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { useTexts, type TextKey } from '../../lib/texts/texts';
import { Button } from '../../ui/button';

type Opened = TrackedAppealFragment['openedBy'][number];

/** So many are shown at once; the rest when it is asked for. */
const AT_FIRST = 5;

const ROLES: Partial<Record<Opened['role'], TextKey>> = {
  MODERATOR: 'track.opened.moderator',
  COORDINATOR: 'track.opened.coordinator',
  ADMINISTRATOR: 'track.opened.administrator',
  ANALYST: 'track.opened.analyst',
  DEPUTY: 'track.opened.deputy',
  AIDE: 'track.opened.aide',
};

/** Who has looked at the appeal, and who at the applicant's contacts: by name, as promised in the consent. */
export function OpenedBySection({ appeal }: { appeal: TrackedAppealFragment }) {
  const { t, instant } = useTexts();
  const [all, setAll] = useState(false);
  const { openedBy } = appeal;
  const shown = all ? openedBy : openedBy.slice(0, AT_FIRST);
  return (
    <section className="stack" aria-labelledby="opened-heading">
      <h2 className="subheading" id="opened-heading">
        {t('track.opened')}
      </h2>
      <p className="soft">{t(openedBy.length ? 'track.opened.about' : 'track.opened.nobody')}</p>
      {openedBy.length > 0 && (
        <ul className="opened">
          {shown.map((one, index) => {
            const role = ROLES[one.role];
            return (
              <li key={`${index} ${one.at}`}>
                <span>
                  {one.name}
                  {role && `, ${t(role)}`}
                </span>
                <span className="opened__when">
                  {instant(one.at, appeal.region.timeZone)}
                  {one.contacts && <strong>{` — ${t('track.opened.contacts')}`}</strong>}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {openedBy.length > AT_FIRST && (
        <div className="no-print">
          <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('track.opened.less') : t('track.opened.all', { count: openedBy.length })}
          </Button>
        </div>
      )}
    </section>
  );
}
