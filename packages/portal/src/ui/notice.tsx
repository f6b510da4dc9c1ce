import type { ReactNode } from 'react';

export const NOTICE_TONES = ['plain', 'good', 'wrong', 'wait'] as const;
export type NoticeTone = (typeof NOTICE_TONES)[number];

interface NoticeProps {
  tone?: NoticeTone;
  title?: string | undefined;
  /** `alert` interrupts a screen reader, `status` waits; left out, nothing is announced. */
  role?: 'alert' | 'status' | undefined;
  children?: ReactNode;
}

/** A passage set apart; the tone is never told by colour alone, so say it in the words too. */
export function Notice({ tone = 'plain', title, role, children }: NoticeProps) {
  return (
    <div className={`notice notice--${tone}`} role={role}>
      {title && <p className="notice__title">{title}</p>}
      {children}
    </div>
  );
}
