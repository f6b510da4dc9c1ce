import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Locale } from '../../gql/schema';
import { useLocale } from '../../lib/i18n/locale-provider';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useLanguageSwitch } from '../../lib/session/use-language-switch';
import { useViewer } from '../../lib/session/viewer';
import { Panel } from '../../ui/page';
import { messages } from './messages';
import classes from './profile.module.css';

const LANGUAGES: { value: Locale; label: string }[] = [
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
];

/** Who one is here, and in which language. `locked` while nothing but this page is open. */
export function AboutPanel({ locked }: { locked: boolean }) {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const locale = useLocale();
  const { choose } = useLanguageSwitch();
  const { deputy, regions } = viewer;
  const facts: [string, ReactNode][] = [
    [t('email'), viewer.email],
    [t('role'), common(`role.${viewer.role}`)],
    deputy
      ? [
          t('deputy'),
          locked ? (
            deputy.name
          ) : (
            <Link to="/deputies/$id" params={{ id: deputy.id }}>
              {deputy.name}
            </Link>
          ),
        ]
      : [t('regions', { n: regions.length || 1 }), viewer.allRegions ? t('country') : regions.map(({ name }) => name).join(', ')],
    [
      t('language'),
      <SegmentedControl
        key="language"
        aria-label={t('language')}
        data={LANGUAGES}
        value={locale}
        onChange={(value) => choose(LANGUAGES.find((one) => one.value === value)?.value ?? 'ru')}
      />,
    ],
  ];
  return (
    <Panel>
      <h2 className={classes.heading}>{t('about')}</h2>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={`${classes.text} ${classes.dim}`}>
        {t('language.hint')} {viewer.role !== 'ADMINISTRATOR' && t('about.hint')}
      </p>
    </Panel>
  );
}
