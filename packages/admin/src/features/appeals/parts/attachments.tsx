import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppealFileFragment } from '../../../gql/appeals';
import { fileSize } from '../../../lib/format/file-size';
import { useLocale } from '../../../lib/i18n/locale-provider';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Dialog } from '../../../ui/dialog';
import { messages } from './attachments-messages';
import classes from './attachments.module.css';

/** Photos as thumbnails that open in a viewer, documents as downloads; the original for whoever may open it. */
export function Attachments({ files }: { files: readonly AppealFileFragment[] }) {
  const t = useText(messages);
  const locale = useLocale();
  const [shown, setShown] = useState<string | null>(null);
  if (files.length === 0) return null;
  const photos = files.filter(({ kind, url }) => kind === 'PHOTO' && url !== null);
  const others = files.filter((file) => !photos.includes(file));
  return (
    <section className={classes.attached} aria-label={t('title')}>
      {photos.length > 0 && (
        <ul className={classes.photos}>
          {photos.map(({ id, name, thumbnailUrl }) => (
            <li key={id}>
              <button type="button" className={classes.photo} onClick={() => setShown(id)}>
                <img src={thumbnailUrl ?? ''} alt={t('photo', { name })} loading="lazy" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={classes.documents}>
          {others.map((file) => (
            <li key={file.id}>
              {file.url ? <a href={file.url} download={file.name}>{file.name}</a> : <span>{file.name}</span>}
              <span className={classes.note}>
                {file.status === 'SCANNING' ? t('scanning') : file.status === 'INFECTED' ? t('infected') : fileSize(file.bytes, locale)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <PhotoViewer photos={photos} shown={shown} show={setShown} />
    </section>
  );
}

/** One photo after another: ← and → lead on, Escape closes. */
export function PhotoViewer({ photos, shown, show }: { photos: readonly AppealFileFragment[]; shown: string | null; show: (id: string | null) => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const at = photos.findIndex(({ id }) => id === shown);
  const photo = photos[at];
  const step = (by: number) => {
    const next = photos[at + by];
    if (next) show(next.id);
  };
  return (
    <Dialog opened={photo !== undefined} close={() => show(null)} size="xl" title={photo?.name ?? ''} closeLabel={common('action.close')}>
      {photo && (
        <div
          className={classes.viewer}
          onKeyDown={({ key }) => {
            if (key === 'ArrowLeft') step(-1);
            if (key === 'ArrowRight') step(1);
          }}
        >
          <img className={classes.large} src={photo.url ?? ''} alt={photo.name} />
          <div className={classes.bar}>
            <Button variant="default" data-autofocus disabled={at === 0} onClick={() => step(-1)} aria-keyshortcuts="ArrowLeft">
              {t('previous')}
            </Button>
            <span role="status">{t('of', { n: at + 1, all: photos.length })}</span>
            <Button variant="default" disabled={at === photos.length - 1} onClick={() => step(1)} aria-keyshortcuts="ArrowRight">
              {t('next')}
            </Button>
            <a href={photo.url ?? ''} download={photo.name}>
              {t('download')}
            </a>
            {photo.originalUrl && <a href={photo.originalUrl}>{t('original')}</a>}
          </div>
          {photo.originalUrl && (
            <div className={classes.note}>
              <p>{t('original.note')}</p>
              <p>
                {t('hash')}: <code className={classes.hash}>{photo.originalSha256}</code>
              </p>
            </div>
          )}
        </div>
      )}
    </Dialog>
  );
}
