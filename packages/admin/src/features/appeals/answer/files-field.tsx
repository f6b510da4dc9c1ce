import { Button, FileButton } from '@mantine/core';
import { useId, useRef, useState, type DragEvent } from 'react';
import { fileSize } from '../../../lib/format/file-size';
import { useLocale } from '../../../lib/i18n/locale-provider';
import { useText } from '../../../lib/i18n/use-text';
import { useAbout } from '../../../lib/session/about';
import { Icon } from '../../../ui/icons';
import { PhotoViewer } from '../parts/attachments';
import { messages as fileMessages } from '../parts/attachments-messages';
import { messages } from './messages';
import classes from './files-field.module.css';
import type { Files } from './use-files';

/** The files of the draft, which any of its writers adds and takes out; what is dropped here is taken too. */
export function FilesField({ files, error }: { files: Files; error: string | undefined }) {
  const t = useText(messages);
  const fileText = useText(fileMessages);
  const locale = useLocale();
  const limits = useAbout()?.files;
  const label = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const photos = files.standing.filter(({ kind, url }) => kind === 'PHOTO' && url !== null);
  const add = (chosen: readonly File[]) =>
    files.add(chosen, (file, at) => {
      if (limits && file.size > limits.bytes) return t('files.tooLarge', { limit: fileSize(limits.bytes, locale) });
      return limits && files.going.length + files.coming.length + at >= limits.count ? t('files.tooMany', { limit: limits.count }) : null;
    });
  const focusBack = () => button.current?.focus();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  return (
    <div role="group" aria-labelledby={label} className={classes.field} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div id={label} className={classes.label}>
        {t('files')}
      </div>
      {(error ?? files.trouble) && (
        <p role="alert" className={classes.error}>
          {error ?? files.trouble}
        </p>
      )}
      {files.standing.length + files.coming.length > 0 && (
        <ul className={classes.list}>
          {files.standing.map(({ id, name, kind, bytes, status, url, thumbnailUrl }) => (
            <li key={id} className={classes.file}>
              {kind === 'PHOTO' && url && (
                <button type="button" className={classes.photo} onClick={() => setShown(id)}>
                  <img src={thumbnailUrl ?? ''} alt={fileText('photo', { name })} />
                </button>
              )}
              {kind === 'DOCUMENT' && url ? (
                <a className={classes.name} href={url} download={name}>
                  {name}
                </a>
              ) : (
                <span className={classes.name}>{name}</span>
              )}
              {status === 'INFECTED' ? (
                <span className={classes.error}>{t('files.infected')}</span>
              ) : (
                <span className={classes.note}>{status === 'SCANNING' ? fileText('scanning') : fileSize(bytes, locale)}</span>
              )}
              <Button size="compact-sm" variant="subtle" aria-label={t('files.removeOf', { name })} onClick={() => void files.remove(id).then(focusBack)}>
                {t('files.remove')}
              </Button>
            </li>
          ))}
          {files.coming.map((one) => (
            <li key={one.key} className={classes.file}>
              <span className={classes.name}>{one.file.name}</span>
              {one.error === null ? (
                <progress className={classes.progress} value={one.progress} max={1} aria-label={one.file.name} />
              ) : (
                <span role="alert" className={classes.error}>
                  {one.error || t('files.offline')}
                </span>
              )}
              {one.error === '' && (
                <Button size="compact-sm" variant="subtle" onClick={() => files.again(one)}>
                  {t('files.again')}
                </Button>
              )}
              <Button size="compact-sm" variant="subtle" aria-label={t('files.removeOf', { name: one.file.name })} onClick={() => {
                  files.giveUp(one.key);
                  focusBack();
                }}>
                {t('files.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <FileButton multiple accept={limits ? [...limits.types, ...limits.extensions.map((ending) => `.${ending}`)].join(',') : ''} onChange={add} resetRef={undefined}>
          {(props) => (
            <Button {...props} ref={button} variant="default" leftSection={<Icon name="appeals" size={16} />}>
              {t('files.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      <p className={classes.note}>{t('files.hint')}</p>
      <PhotoViewer photos={photos} shown={shown} show={setShown} />
    </div>
  );
}
