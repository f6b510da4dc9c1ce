import { Route, Switch } from 'wouter';
import { CheckStep } from './check-step';
import { ContactStep } from './contact-step';
import { DraftProvider } from './draft-context';
import { LetterStep } from './letter-step';
import { PlaceStep } from './place-step';
import { SentPage } from './sent-page';
import { SENT_PATH, STEP_PATHS } from './steps';

export { isBegun, readDraft } from './draft';

/** Everything under /write; `orElse` is the page for any other address. */
export function WritePages({ orElse }: { orElse: React.ReactNode }) {
  return (
    <DraftProvider>
      <Switch>
        <Route path={STEP_PATHS.place}><PlaceStep /></Route>
        <Route path={STEP_PATHS.letter}><LetterStep /></Route>
        <Route path={STEP_PATHS.contact}><ContactStep /></Route>
        <Route path={STEP_PATHS.check}><CheckStep /></Route>
        <Route path={SENT_PATH}><SentPage /></Route>
        <Route>{orElse}</Route>
      </Switch>
    </DraftProvider>
  );
}
