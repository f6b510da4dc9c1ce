import { useState } from 'react';
import type { UserError } from '../../gql/schema';
import { useErrorText } from '../../lib/apollo/errors';

type Refusal = Pick<UserError, 'code' | 'field' | 'message'>;

/** What the server refused in a form: beside the fields that it names, the rest above them. */
export function useFormRefusals(fields: readonly string[]) {
  const errorText = useErrorText();
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const rest = refused.filter(({ field }) => !field || !fields.includes(field));
  return {
    at: (field: string): string | undefined => refused.find((one) => one.field === field)?.message,
    whole: rest.length > 0 ? rest.map(({ message }) => message).join(' ') : null,
    clear: () => setRefused([]),
    /** True when the server took it. */
    send: async (ask: () => Promise<readonly Refusal[] | undefined>): Promise<boolean> => {
      setRefused([]);
      try {
        const errors = (await ask()) ?? [];
        setRefused(errors);
        return errors.length === 0;
      } catch (error) {
        setRefused([{ code: 'UNKNOWN', field: null, message: errorText(error) }]);
        return false;
      }
    },
  };
}
