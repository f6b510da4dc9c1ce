import { useMemo } from 'react';
import { useLocale } from '../i18n/locale-provider';
import { useCommonText } from '../i18n/use-text';
import { age, dayOf, dayShort, dayText, momentText, timeText } from './days';
import { useNow } from './use-now';

/** Days, moments, ages and deadlines as the screen says them, in its language. */
export function useDays() {
  const locale = useLocale();
  const t = useCommonText();
  const now = useNow();
  return useMemo(
    () => ({
      /** «19 апреля». */
      day: (day: string) => dayText(day, locale, now),
      /** «19.04.2026». */
      short: (day: string) => dayShort(day, locale),
      /** «12:41» today, else «19 апреля, 12:41». */
      moment: (at: string, timeZone?: string) => momentText(at, locale, now, timeZone),
      /** «12:41» today, else «19.04.2026»: for narrow columns. */
      momentShort: (at: string, timeZone?: string) => {
        const day = dayOf(new Date(at), timeZone);
        return day === dayOf(now, timeZone) ? timeText(at, locale, timeZone) : dayShort(day, locale);
      },
      /** «12:41». */
      time: (at: string, timeZone?: string) => timeText(at, locale, timeZone),
      /** «3 ч»: how long ago. */
      age: (at: string) => {
        const { unit, n } = age(at, now);
        return t(`age.${unit}`, { n }).replaceAll(' ', '\u00a0');
      },
      /** «осталось 12 дней»; null days give an empty text. */
      left: (daysLeft: number | null) => {
        if (daysLeft === null) return '';
        if (daysLeft === 0) return t('left.today');
        return daysLeft > 0 ? t('left.days', { days: daysLeft }) : t('left.late', { days: -daysLeft });
      },
      /** «осталось 12 дней, до 19 апреля». */
      leftUntil: (daysLeft: number, dueOn: string) => {
        if (daysLeft === 0) return t('left.today');
        const day = dayText(dueOn, locale, now);
        return daysLeft > 0
          ? t('left.until', { left: t('left.days', { days: daysLeft }), day })
          : t('left.was', { left: t('left.late', { days: -daysLeft }), day });
      },
    }),
    [locale, t, now],
  );
}
