import { Button, Menu } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { notifications } from '@mantine/notifications';
import { appealListFilter, appealListSort, type AppealListSearch, type Column } from './appeal-list-filter';
import { ExportRefused, saveExport, type ExportFormat } from './export-file';
import { messages } from './messages';

const FORMATS: readonly ExportFormat[] = ['xlsx', 'csv'];

/** The list as a file: the same filter, order and columns; while it comes, how much has come, and a way to stop it. */
export function ExportMenu({ search, columns }: { search: AppealListSearch; columns: readonly Column[] }) {
  const t = useText(messages);
  const common = useCommonText();
  const { locale, formatNumber } = useIntl();
  const [megabytes, setMegabytes] = useState<number | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const save = async (format: ExportFormat) => {
    const stop = new AbortController();
    underWay.current = stop;
    setMegabytes(0);
    try {
      const asked = { format, filter: appealListFilter(search), sort: appealListSort(search), columns, locale };
      const rows = await saveExport(asked, stop.signal, (bytes) => setMegabytes(bytes / 1_048_576));
      notifications.show({ message: t('export.done', { rows }) });
    } catch (error) {
      if (!stop.signal.aborted) {
        const reason = error instanceof ExportRefused ? (error.sentence ?? common('state.unknown')) : common('state.network');
        notifications.show({ color: 'red', message: t('export.failed', { reason }) });
      }
    } finally {
      underWay.current = null;
      setMegabytes(null);
    }
  };

  if (megabytes !== null) {
    const size = formatNumber(megabytes, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return (
      <Button variant="default" size="sm" onClick={() => underWay.current?.abort()}>
        <span role="status">{t('export.progress', { size })}</span>
      </Button>
    );
  }
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="sm">
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('export.note')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
