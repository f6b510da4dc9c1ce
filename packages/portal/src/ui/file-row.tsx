import type { ReactNode } from 'react';

interface FileRowProps {
  name: string;
  /** Size, or how far it has come. */
  about: string;
  /** The address of a picture to show; without one, the ending of the name stands there. */
  preview?: string | undefined;
  /** 0 to 1 while it is on its way. */
  progress?: number | undefined;
  error?: string | undefined;
  children?: ReactNode;
}

/** One file of a list: picture, name, what is to be said of it, and what can be done. */
export function FileRow({ name, about, preview, progress, error, children }: FileRowProps) {
  return (
    <li className={error ? 'file file--wrong' : 'file'}>
      {preview ? <img className="file__picture" src={preview} alt="" /> : <span className="file__picture file__picture--kind" aria-hidden="true">{endingOf(name)}</span>}
      <div className="file__words">
        <p className="file__name">{name}</p>
        <p className={error ? 'file__error' : 'soft'}>{error ?? about}</p>
        {progress !== undefined && !error && <progress className="file__progress" value={progress} max={1} aria-label={name} />}
      </div>
      <div className="file__acts">{children}</div>
    </li>
  );
}

const endingOf = (name: string): string => (/\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1] ?? '').toUpperCase();
