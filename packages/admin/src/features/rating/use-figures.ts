import { useMemo } from 'react';
import { useIntl } from 'react-intl';

const POINTS = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** Scores, shares and intervals as the screen says them. */
export function useFigures() {
  const intl = useIntl();
  return useMemo(() => {
    const score = (value: number) => intl.formatNumber(value, POINTS);
    return {
      /** «71,2». */
      score,
      /** «64,0–78,1». */
      range: (low: number, high: number) => `${score(low)}–${score(high)}`,
      /** «71 %» of a share 0 to 1. */
      percent: (share: number, digits = 0) =>
        intl.formatNumber(share, { style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: digits }),
      /** «1 234». */
      count: (value: number) => intl.formatNumber(value),
      /** «+0,42», «−0,42». */
      signed: (value: number) =>
        intl.formatNumber(value, { signDisplay: 'exceptZero', minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    };
  }, [intl]);
}
