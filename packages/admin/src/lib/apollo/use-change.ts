import { useState } from 'react';
import type { UserError } from '../../gql/schema';
import { useErrorText } from './errors';

type Correction = Pick<UserError, 'code' | 'message'> & { field: string | null };

interface Payload {
  errors: Correction[];
}

/** Runs a change and keeps what the server wants corrected, so that a form can say it at its fields. */
export function useChange() {
  const errorText = useErrorText();
  const [errors, setErrors] = useState<Correction[]>([]);
  const [busy, setBusy] = useState(false);

  /** What was asked for; null when it was refused or failed. */
  const run = async <P extends Payload>(ask: () => Promise<P | undefined>): Promise<P | null> => {
    setBusy(true);
    try {
      const payload = await ask();
      setErrors(payload?.errors ?? []);
      return payload && payload.errors.length === 0 ? payload : null;
    } catch (error) {
      setErrors([{ code: 'FAILED', field: null, message: errorText(error) }]);
      return null;
    } finally {
      setBusy(false);
    }
  };

  return {
    run,
    busy,
    errors,
    forget: () => setErrors([]),
    /** The sentence for a field, and for what lies below it (`scopes.0`). */
    at: (field: string) => errors.find((one) => one.field === field || one.field?.startsWith(`${field}.`))?.message ?? null,
    /** What belongs to none of the fields of the form. */
    beside: (...fields: string[]) =>
      errors.find((one) => !fields.some((field) => one.field === field || one.field?.startsWith(`${field}.`)))?.message ?? null,
  };
}
