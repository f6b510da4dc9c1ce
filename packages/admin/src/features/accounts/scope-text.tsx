import { useText } from '../../lib/i18n/use-text';
import { messages } from './messages';

/** Where somebody works, in a line: the deputy, the regions (the first, and how many more), or the whole country. */
export function ScopeText({
  of: { regions, deputy },
}: {
  of: { regions: readonly { name: string }[]; deputy: { name: string; region: { name: string } } | null };
}) {
  const t = useText(messages);
  if (deputy) return <>{`${deputy.name}, ${deputy.region.name}`}</>;
  const [first, ...rest] = regions.map(({ name }) => name);
  if (first === undefined) return <>{t('scope.country')}</>;
  return rest.length === 0 ? <>{first}</> : <span title={[first, ...rest].join(', ')}>{t('scope.more', { first, n: rest.length })}</span>;
}
