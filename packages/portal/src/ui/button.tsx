import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';

export const BUTTON_LOOKS = ['primary', 'secondary', 'danger', 'quiet'] as const;
/** `primary`: the one thing that the page is for. `quiet`: looks like a link, acts like a button. */
export type ButtonLook = (typeof BUTTON_LOOKS)[number];

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  look?: ButtonLook;
  /** While true the button shows that it works and ignores presses, without losing the focus. */
  busy?: boolean;
}

export function Button({ look = 'primary', busy = false, type = 'button', onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button--${look}`}
      aria-disabled={busy || rest['aria-disabled']}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && <span className="button__spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}

/** A link within the portal that looks like a button. */
export function ButtonLink({ to, look = 'primary', children }: { to: string; look?: ButtonLook; children: ReactNode }) {
  return <Link href={to} className={`button button--${look}`}>{children}</Link>;
}
