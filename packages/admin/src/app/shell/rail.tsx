import { Menu, UnstyledButton } from '@mantine/core';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { CountBadge } from '../../ui/badge';
import { Icon } from '../../ui/icons';
import { messages } from '../messages';
import { PLACES, type Place } from './places';
import classes from './rail.module.css';

/** Five stand in a bar of 390 px; with more, the fifth is «Ещё». */
const IN_BAR = 5;

function PlaceLink({ place }: { place: Place }) {
  const t = useText(messages);
  const { attention } = useViewer();
  const matches = useMatchRoute();
  const waiting = place.waiting?.(attention) ?? 0;
  const owned = place.owns !== undefined && matches({ to: place.owns }) !== false;
  return (
    <Link
      to={place.to}
      className={classes.place}
      activeOptions={{ exact: place.to === '/' || place.exact === true, includeSearch: false }}
      activeProps={{ 'data-active': true }}
      {...(owned && { 'data-active': true })}
    >
      <span className={classes.icon}>
        <Icon name={place.icon} size={22} />
        <span className={classes.badge}>{place.badge && <CountBadge count={waiting} label={t(place.badge, { n: waiting })} />}</span>
      </span>
      <span className={classes.label}>{t(place.label)}</span>
    </Link>
  );
}

/** The person's places at the left; on a phone at the bottom. */
export function Rail({ narrow }: { narrow: boolean }) {
  const t = useText(messages);
  const viewer = useViewer();
  const matches = useMatchRoute();
  const places = PLACES[viewer.role];
  const folded = narrow && places.length > IN_BAR ? places.slice(IN_BAR - 1) : [];
  const shown = folded.length > 0 ? places.slice(0, IN_BAR - 1) : places;
  const insideFolded = folded.some((place) => matches({ to: place.to, fuzzy: !place.exact }));
  return (
    <nav className={classes.rail} aria-label={t('nav')}>
      <ul className={classes.places}>
        {shown.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} />
          </li>
        ))}
        {folded.length > 0 && (
          <li>
            <Menu position="top-end" shadow="md">
              <Menu.Target>
                <UnstyledButton className={classes.place} data-active={insideFolded || undefined}>
                  <span className={classes.icon}>
                    <Icon name="more" size={22} />
                  </span>
                  <span className={classes.label}>{t('place.more')}</span>
                </UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown>
                {folded.map((place) => (
                  <Menu.Item
                    key={place.to}
                    leftSection={<Icon name={place.icon} />}
                    renderRoot={(props: object) => <Link to={place.to} {...props} />}
                  >
                    {t(place.label)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}
