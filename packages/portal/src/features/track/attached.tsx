import { useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { fileSize } from '../../lib/files/file-size';
import { useTexts } from '../../lib/texts/texts';
import { FileRow } from '../../ui/file-row';
import { PhotoDialog } from '../../ui/photo-dialog';

type Files = TrackedAppealFragment['attachments'];

/** Photos and documents of a letter: photos to look at, documents to download. */
export function Attached({ files }: { files: Files }) {
  const { t, locale } = useTexts();
  const [shown, setShown] = useState<string>();
  if (!files.length) return null;
  const photos = files.filter(({ kind, url }) => kind === 'PHOTO' && url);
  const others = files.filter((file) => !photos.includes(file));
  const photo = photos.find(({ id }) => id === shown);
  return (
    <div className="attached stack">
      <h3 className="unseen">{t('files.attached')}</h3>
      {photos.length > 0 && (
        <ul className="attached__photos">
          {photos.map(({ id, name, thumbnailUrl }) => (
            <li key={id}>
              <button type="button" className="attached__photo" onClick={() => setShown(id)}>
                <img src={thumbnailUrl ?? ''} alt={t('files.photo', { name })} loading="lazy" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className="file-list">
          {others.map(({ id, name, bytes, url, status }) => (
            <FileRow key={id} name={name} about={fileSize(bytes, locale)} error={status === 'INFECTED' ? t('files.infected') : undefined}>
              {url ? <a href={url} download={name}>{t('files.download')}<span className="unseen">: {name}</span></a> : status === 'SCANNING' && <span className="soft">{t('files.scanning')}</span>}
            </FileRow>
          ))}
        </ul>
      )}
      {photo && (
        <PhotoDialog src={photo.url!} name={photo.name} close={t('files.close')} onClose={() => setShown(undefined)}>
          <a href={photo.url!} download={photo.name}>{t('files.download')}</a>
        </PhotoDialog>
      )}
    </div>
  );
}
