import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { FileField } from '../../ui/file-field';
import { FileRow } from '../../ui/file-row';
import { useAbout } from '../about';
import { useTexts } from '../texts/texts';
import { fileSize } from './file-size';
import type { Uploads } from './use-uploads';

/** The place of a form where photos and documents are chosen, with what became of each. */
export function AttachField({ id, label, uploads, error }: { id: string; label: string; uploads: Uploads; error?: string | undefined }) {
  const { t, locale } = useTexts();
  const limits = useAbout().data?.about.files;
  const box = useRef<HTMLDivElement>(null);
  const said = useNews(uploads);
  const remove = (keyOrId: string) => {
    uploads.remove(keyOrId);
    // What had the focus is gone: it goes to the field, not to the top of the page.
    document.getElementById(id)?.focus();
  };
  return (
    <div ref={box}>
      <FileField
        id={id}
        label={label}
        hint={limits ? t('files.hint', { count: limits.count, size: fileSize(limits.bytes, locale), kinds: limits.extensions.join(', ') }) : t('files.hintShort')}
        error={error}
        choose={t('files.choose')}
        camera={t('files.camera')}
        drop={t('files.drop')}
        accept={limits ? [...limits.types, ...limits.extensions.map((one) => `.${one}`)].join(',') : ''}
        onFiles={uploads.add}
      >
        {uploads.taken.length + uploads.coming.length > 0 && (
          <ul className="file-list">
            {uploads.taken.map((file) => (
              <FileRow key={file.id} name={file.name} about={fileSize(file.bytes, locale)} preview={uploads.previewOf(file.id)}>
                <Button look="quiet" onClick={() => remove(file.id)}>{t('files.remove')}<span className="unseen">: {file.name}</span></Button>
              </FileRow>
            ))}
            {uploads.coming.map(({ key, file, progress, error: wrong, again }) => (
              <FileRow
                key={key}
                name={file.name}
                about={progress < 1 ? t('files.coming', { part: Math.round(progress * 100) }) : t('files.looking')}
                progress={progress}
                error={wrong}
              >
                {wrong && again && <Button look="quiet" onClick={() => uploads.again(key)}>{t('files.again')}<span className="unseen">: {file.name}</span></Button>}
                <Button look="quiet" onClick={() => remove(key)}>{t('files.remove')}<span className="unseen">: {file.name}</span></Button>
              </FileRow>
            ))}
          </ul>
        )}
      </FileField>
      <p className="unseen" role="status">{said}</p>
    </div>
  );
}

/** What is read aloud: that a file was taken, or why it was not. */
function useNews({ taken, coming }: Uploads): string {
  const { t } = useTexts();
  const [said, setSaid] = useState('');
  const known = useRef(taken.length);
  const wrong = coming.filter(({ error }) => error).at(-1);
  const last = taken.at(-1);
  useEffect(() => {
    if (taken.length > known.current && last) setSaid(t('files.taken', { name: last.name }));
    known.current = taken.length;
  }, [taken.length, last, t]);
  useEffect(() => {
    if (wrong) setSaid(`${wrong.file.name}: ${wrong.error}`);
  }, [wrong, t]);
  return said;
}
