import { useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { AppealMark, FeedbackPage } from '../features/feedback';
import { PromisePage } from '../features/promise';
import { TrackForm, TrackPage, TrackStartPage } from '../features/track';
import { WritePages } from '../features/write';
import { AboutProvider } from '../lib/about';
import { TextsProvider } from '../lib/texts/texts';
import { PagesTurned } from '../ui/heading';
import { HomePage } from './home-page';
import { NotFoundPage } from './not-found-page';
import { Shell } from './shell';
import { Trouble } from './trouble';

/** The whole portal: what it stands on, and which address shows which page. */
export function App() {
  return (
    <TextsProvider>
      <AboutProvider>
        <PageCount>
          <Shell>
            <Trouble>
              <Pages />
            </Trouble>
          </Shell>
        </PageCount>
      </AboutProvider>
    </TextsProvider>
  );
}

function Pages() {
  return (
    <Switch>
      <Route path="/"><HomePage /></Route>
      <Route path="/write/*?"><WritePages orElse={<NotFoundPage />} /></Route>
      <Route path="/track"><TrackStartPage /></Route>
      <Route path="/track/:number">
        {({ number }) => <TrackPage key={number} number={number} mark={(props) => <AppealMark {...props} />} />}
      </Route>
      <Route path="/feedback/:token">
        {({ token }) => <FeedbackPage key={token} token={token} trackForm={<TrackForm />} />}
      </Route>
      <Route path="/promise/:token">
        {({ token }) => <PromisePage key={token} token={token} trackForm={<TrackForm />} />}
      </Route>
      <Route><NotFoundPage /></Route>
    </Switch>
  );
}

/** Counts the turned pages for `Heading`. */
function PageCount({ children }: { children: React.ReactNode }) {
  const [path] = useLocation();
  const [state, setState] = useState({ path, turned: 0 });
  if (state.path !== path) setState({ path, turned: state.turned + 1 });
  return <PagesTurned value={state.turned}>{children}</PagesTurned>;
}
