import { useEffect, type RefObject } from 'react';

/** After a refused form focus goes to the first field that has to be corrected. `signs` are whatever changes with the refusal. */
export function useFirstFault(form: RefObject<HTMLFormElement | null>, ...signs: readonly (readonly unknown[])[]): void {
  useEffect(() => {
    if (signs.every((sign) => sign.length === 0)) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-fault] input');
    field?.focus();
  }, signs);
}
