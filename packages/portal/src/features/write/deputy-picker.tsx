import { useEffect, useState } from 'react';
import type { WriteDeputiesQuery } from '../../gql/documents';
import { WriteDeputiesDocument } from '../../gql/documents';
import { FailureNotice } from '../../lib/failure-notice';
import { holdsWords } from '../../lib/search';
import { useTexts } from '../../lib/texts/texts';
import { useQuery } from '../../lib/use-query';
import { Button } from '../../ui/button';
import { Radios } from '../../ui/choice';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import type { PickedDeputy } from './draft';

interface DeputyPickerProps {
  id: string;
  error: string | undefined;
  regionCode: string;
  picked: PickedDeputy | undefined;
  onPick(deputy: PickedDeputy | undefined): void;
}

type DeputyNode = WriteDeputiesQuery['deputies']['edges'][number]['node'];
/** More than this on a phone is a list to get lost in; a word more in the search is quicker. */
const SHOWN = 8;
const TYPING_PAUSE_MS = 350;

/**
 * Finds a deputy of the region by name, district or body. The list of a region is short, so it is loaded once and
 * searched on the spot, without the network; only a region with more deputies than one page asks the server.
 */
export function DeputyPicker({ id, error, regionCode, picked, onPick }: DeputyPickerProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const all = useQuery(WriteDeputiesDocument, { regionCode });
  const page = all.data?.deputies;
  const manyMore = page !== undefined && page.totalCount > page.edges.length;
  const settled = useSettled(typed.trim());
  const found = useQuery(WriteDeputiesDocument, manyMore && settled ? { regionCode, search: settled } : null);

  if (picked) {
    return (
      <div className="picked">
        <div>
          <p><strong>{picked.name}</strong></p>
          <p className="soft">{picked.about}</p>
        </div>
        <Button look="quiet" id={id} onClick={() => onPick(undefined)}>{t('write.deputy.another')}</Button>
      </div>
    );
  }
  const failure = all.failure ?? found.failure;
  if (failure && !all.loading) return <FailureNotice failure={failure} onRetry={all.failure ? all.reload : found.reload} />;
  if (!page) return <Skeleton label={t('write.deputy.loading')} lines={3} />;
  if (page.totalCount === 0) return <Notice tone="wait"><p>{t('write.deputy.nobody')}</p></Notice>;

  const aboutOf = ({ mandate }: DeputyNode): string =>
    [mandate.body.name, mandate.district ? t('write.deputy.district', { number: mandate.district.number, name: mandate.district.name }) : t('write.deputy.list')]
      .join(' · ');
  const source = manyMore && settled && found.data ? found.data.deputies : page;
  const nodes = source.edges.map((edge) => edge.node);
  const fitting = manyMore && settled ? nodes : nodes.filter((node) => holdsWords(`${node.name} ${aboutOf(node)} ${node.mandate.faction.name}`, typed));
  const total = manyMore ? source.totalCount : fitting.length;

  return (
    <div>
      <TextField
        id={id}
        label={t('write.deputy.search')}
        hint={t('write.deputy.searchHint')}
        error={error}
        type="search"
        autoComplete="off"
        value={typed}
        onText={setTyped}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p className="search__count soft" role="status">{total ? t('write.deputy.found', { count: total, shown: Math.min(total, SHOWN) }) : t('write.deputy.none')}</p>
      {fitting.length > 0 && (
        <Radios
          id={`${id}-one`}
          legend={t('write.deputy.choose')}
          options={fitting.slice(0, SHOWN).map((node) => ({ value: node.id, label: node.name, hint: aboutOf(node) }))}
          value={undefined}
          onChoose={(deputyId) => {
            const node = fitting.find((one) => one.id === deputyId);
            if (node) onPick({ id: node.id, name: node.name, about: aboutOf(node) });
          }}
        />
      )}
    </div>
  );
}

/** The text once the typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
