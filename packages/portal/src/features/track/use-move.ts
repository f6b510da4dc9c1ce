import { useMemo, useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import type { ApiFailure } from '../../lib/api';
import { asFailure } from '../../lib/use-query';
import type { FieldProblem } from '../../ui/error-summary';

interface Payload {
  appeal: TrackedAppealFragment | null;
  errors: { field: string | null; message: string }[];
}

interface Move {
  busy: boolean;
  failure: ApiFailure | undefined;
  /** True when the appeal had changed under the applicant's hands: nothing was sent, it has been loaded anew. */
  conflict: boolean;
  problems: readonly FieldProblem[];
  /** Does it; true when it is done. */
  run(action: () => Promise<Payload>): Promise<boolean>;
  complain(text: string): void;
}

/** One act of the applicant upon an appeal: its progress, and each way in which it can go wrong. */
export function useMove(fieldId: string, onChange: (appeal: TrackedAppealFragment) => void, onConflict: () => void): Move {
  const [state, setState] = useState<{ busy: boolean; failure?: ApiFailure; conflict?: boolean; refusals: readonly string[] }>({
    busy: false,
    refusals: [],
  });
  const problems = useMemo(() => state.refusals.map((text) => ({ fieldId, text })), [state.refusals, fieldId]);

  const run = async (action: () => Promise<Payload>): Promise<boolean> => {
    setState({ busy: true, refusals: [] });
    try {
      const { appeal, errors } = await action();
      setState({ busy: false, refusals: errors.map((error) => error.message) });
      if (appeal && !errors.length) onChange(appeal);
      return errors.length === 0;
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'CONFLICT') {
        setState({ busy: false, conflict: true, refusals: [] });
        onConflict();
      } else setState({ busy: false, failure, refusals: [] });
      return false;
    }
  };

  return {
    busy: state.busy,
    failure: state.failure,
    conflict: state.conflict ?? false,
    problems,
    run,
    complain: (text) => setState({ busy: false, refusals: [text] }),
  };
}
