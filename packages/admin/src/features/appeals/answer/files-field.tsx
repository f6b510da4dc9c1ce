import { Button, FileButton } from '@mantine/core';
import { useId, useRef, type DragEvent } from 'react';
import { fileSize } from '../../../lib/format/file-size';
import { useLocale } from '../../../lib/i18n/locale-provider';
import { useText } from '../../../lib/i18n/use-text';
import { useAbout } from '../../../lib/session/about';
import { Icon } from '../../../ui/icons';
import { messages } from './messages';
import classes from './files-field.module.css';
import type { Files } from './use-files';

/** Chooses and takes off the files of an answer; what is dropped here is taken too. */
export function FilesField({ files, error }: { files: Files; error: string | undefined }) {
  const t = useText(messages);
  const locale = useLocale();
  const limits = useAbout()?.files;
  const label = useId();
  const button = useRef<HTMLButtonElement>(null);
  const add = (chosen: readonly File[]) =>
    files.add(chosen, (file, at) => {
      if (limits && file.size > limits.bytes) return t('files.tooLarge', { limit: fileSize(limits.bytes, locale) });
      return limits && files.taken.length + files.coming.length + at >= limits.count ? t('files.tooMany', { limit: limits.count }) : null;
    });
  const remove = (keyOrId: string) => {
    files.remove(keyOrId);
    button.current?.focus();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  return (
    <div role="group" aria-labelledby={label} className={classes.field} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div id={label} className={classes.label}>
        {t('files')}
      </div>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      {files.taken.length + files.coming.length > 0 && (
        <ul className={classes.list}>
          {files.taken.map(({ id, name, bytes }) => (
            <li key={id} className={classes.file}>
              <span className={classes.name}>{name}</span>
              <span className={classes.note}>{fileSize(bytes, locale)}</span>
              <Button size="compact-sm" variant="subtle" aria-label={t('files.removeOf', { name })} onClick={() => remove(id)}>
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
              <Button size="compact-sm" variant="subtle" aria-label={t('files.removeOf', { name: one.file.name })} onClick={() => remove(one.key)}>
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
    </div>
  );
}
