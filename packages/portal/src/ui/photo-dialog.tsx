import { useEffect, useRef, type ReactNode } from 'react';

interface PhotoDialogProps {
  src: string;
  name: string;
  close: string;
  onClose(): void;
  children?: ReactNode;
}

/** A photo as large as the screen; Escape, the button and a press beside the photo close it, and the focus goes back to where it was. */
export function PhotoDialog({ src, name, close, onClose, children }: PhotoDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="photo" ref={dialog} aria-label={name} onClose={onClose} onClick={(event) => event.target === dialog.current && dialog.current.close()}>
      <div className="photo__bar">
        <p className="photo__name">{name}</p>
        {children}
        <button className="button button--secondary" type="button" onClick={() => dialog.current?.close()}>{close}</button>
      </div>
      <img className="photo__picture" src={src} alt={name} />
    </dialog>
  );
}
