import { useId, useRef, useState, type ReactNode } from 'react';
import { FieldError } from './field';

interface FileFieldProps {
  id: string;
  label: string;
  hint: string;
  error?: string | undefined;
  choose: string;
  /** What the camera's button says; it is shown where there is a touch screen. */
  camera: string;
  /** What stands in the place where files can be dropped. */
  drop: string;
  /** Media types and endings that the dialogue offers. */
  accept: string;
  onFiles(files: readonly File[]): void;
  /** The files of the list. */
  children?: ReactNode;
}

/** Chooses files, takes what is dropped or pasted into it, or what the camera takes; and lists them. */
export function FileField({ id, label, hint, error, choose, camera, drop, accept, onFiles, children }: FileFieldProps) {
  const cameraId = useId();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    // The same file can be chosen again after it was taken off the list.
    input.value = '';
  };
  const describedBy = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={error ? 'field field--wrong files' : 'field files'}
      data-over={over || undefined}
      onDragEnter={() => {
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) setOver(false);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length) onFiles([...event.clipboardData.files]);
      }}
    >
      <legend className="field__label">{label}</legend>
      <p className="field__hint" id={`${id}-hint`}>{hint}</p>
      {error && <FieldError id={id} text={error} />}
      {children}
      <div className="files__ways">
        <input className="files__input" type="file" id={id} multiple accept={accept} aria-describedby={describedBy} onChange={(event) => take(event.target)} />
        <label className="button button--secondary" htmlFor={id}>{choose}</label>
        <span className="files__camera">
          <input className="files__input" type="file" id={cameraId} accept="image/jpeg" capture="environment" onChange={(event) => take(event.target)} />
          <label className="button button--secondary" htmlFor={cameraId}>{camera}</label>
        </span>
        <span className="files__drop soft" aria-hidden="true">{drop}</span>
      </div>
    </fieldset>
  );
}
