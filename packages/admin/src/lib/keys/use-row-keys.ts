import { useCommonText } from '../i18n/use-text';
import { useKeys } from './use-keys';

/** The link of a row that is stepped through carries this mark. */
const ROWS = '#main a[data-row]';

/** J and K walk through the rows of a list that is not a desk: the focus goes from link to link, and Enter opens. */
export function useRowKeys(): void {
  const t = useCommonText();
  const step = (by: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
    const at = rows.findIndex((row) => row === document.activeElement);
    (at === -1 ? rows[0] : rows[at + by])?.focus();
  };
  useKeys([
    { keys: 'KeyJ', label: t('keys.nextRow'), group: 'list', run: () => step(1) },
    { keys: 'KeyK', label: t('keys.previousRow'), group: 'list', run: () => step(-1) },
  ]);
}
