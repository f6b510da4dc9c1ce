import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../../lib/failure-notice';
import { holdsWords } from '../../lib/search';
import { useTexts } from '../../lib/texts/texts';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { PickList } from '../../ui/pick-list';
import { Skeleton } from '../../ui/skeleton';
import { useDeputiesOfRegion, type DeputyNode } from './deputies-of-region';
import type { PickedDeputy } from './draft';

interface DeputyPickerProps {
  id: string;
  error: string | undefined;
  regionCode: string;
  picked: PickedDeputy | undefined;
  onPick(deputy: PickedDeputy | undefined): void;
}

/** More than this on a phone is a list to get lost in; a word more in the search is quicker. */
const SHOWN = 8;

/** Finds a deputy of the region by name, district or body. */
export function DeputyPicker({ id, error, regionCode, picked, onPick }: DeputyPickerProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const { data: deputies, failure, loading, reload } = useDeputiesOfRegion(regionCode);
  // Picking swaps the search for the deputy and back, and the focus must not fall out of the page meanwhile.
  const focusNext = useRef(false);
  const pickedId = picked?.id;
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    document.getElementById(pickedId ? `${id}-picked` : id)?.focus();
  }, [pickedId, id]);

  if (picked) {
    return (
      <div className="picked">
        <div id={`${id}-picked`} tabIndex={-1}>
          <p>
            <strong>{picked.name}</strong>
          </p>
          <p className="soft">{picked.about}</p>
        </div>
        <Button
          look="quiet"
          id={id}
          onClick={() => {
            focusNext.current = true;
            onPick(undefined);
          }}
        >
          {t('write.deputy.another')}
        </Button>
      </div>
    );
  }
  if (!deputies)
    return failure && !loading ? (
      <FailureNotice failure={failure} onRetry={reload} />
    ) : (
      <Skeleton label={t('write.deputy.loading')} lines={3} />
    );
  if (deputies.length === 0)
    return (
      <Notice tone="wait">
        <p>{t('write.deputy.nobody')}</p>
      </Notice>
    );

  const aboutOf = ({ mandate }: DeputyNode): string => [mandate.body.name, mandate.district?.name ?? t('write.deputy.list')].join(' · ');
  const fitting = deputies.filter((node) =>
    holdsWords(`${node.name} ${aboutOf(node)} ${node.mandate.district?.number ?? ''} ${node.mandate.faction.name}`, typed),
  );
  const total = fitting.length;

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
      <p className="search__count soft" role="status">
        {total
          ? t(total > SHOWN ? 'write.deputy.foundMany' : 'write.deputy.found', { count: total, shown: SHOWN })
          : t('write.deputy.none')}
      </p>
      {fitting.length > 0 && (
        <PickList
          label={t('write.deputy.choose')}
          options={fitting.slice(0, SHOWN).map((node) => ({ value: node.id, label: node.name, hint: aboutOf(node) }))}
          onPick={(deputyId) => {
            const node = fitting.find((one) => one.id === deputyId);
            if (!node) return;
            focusNext.current = true;
            onPick({ id: node.id, name: node.name, about: aboutOf(node) });
          }}
        />
      )}
    </div>
  );
}
