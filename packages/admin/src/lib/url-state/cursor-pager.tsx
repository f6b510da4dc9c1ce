import { useCanGoBack, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCommonText } from '../i18n/use-text';
import { Pager } from '../../ui/pager';

/** The parameters of a list by pages; its route reads them with `text()` and `count()`. */
export interface PageSearch {
  after?: string;
  page?: number;
}

/** Pages of a connection. The cursor and the number of the page live in the address, so that a page can be shared and gone back to. */
export function CursorPager({
  connection,
  label,
}: {
  connection: { totalCount: number; edges: readonly unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  /** What is paged, for screen readers. */
  label: string;
}) {
  const t = useCommonText();
  const search = useSearch({ strict: false }) as PageSearch;
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const page = search.page ?? 1;
  const go = (to: PageSearch) => void navigate({ to: '.', search: ((before: object) => ({ ...before, ...to })) as never });
  const { hasNextPage, endCursor } = connection.pageInfo;
  const shown = t('count.shown', { shown: connection.edges.length, total: connection.totalCount });
  return (
    <Pager
      summary={page > 1 ? `${shown} · ${t('count.page', { page })}` : shown}
      labels={{ next: t('action.next'), previous: t('action.previous'), start: t('action.toStart'), nav: label }}
      onNext={hasNextPage && endCursor ? () => go({ after: endCursor, page: page + 1 }) : undefined}
      onPrevious={page > 1 && canGoBack ? () => router.history.back() : undefined}
      onStart={page > 1 ? () => go({ after: undefined, page: undefined } as PageSearch) : undefined}
    />
  );
}
