import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo, type ReactNode } from 'react';
import type { Api } from '../lib/apollo/client';
import { LocaleProvider } from '../lib/i18n/locale-provider';
import { useAbout, useServiceName } from '../lib/session/about';
import { SessionProvider, type Session } from '../lib/session/session';
import { styleNonce } from '../lib/theme/style-nonce';
import { cssVariables, makeTheme } from '../lib/theme/theme';
import { DocumentTitleSuffix } from '../ui/document-title';

/** The accent until the server has told its own: the calm one of lib/theme. */
const UNTOLD = '';

function Look({ children }: { children: ReactNode }) {
  const accent = useAbout()?.accent ?? UNTOLD;
  const theme = useMemo(() => makeTheme(accent), [accent]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} getStyleNonce={styleNonce} defaultColorScheme="auto">
      <Notifications position="bottom-center" style={{ marginBottom: 'var(--rail-height)' }} />
      <DocumentTitleSuffix name={useServiceName()}>{children}</DocumentTitleSuffix>
    </MantineProvider>
  );
}

/** Everything that the pages stand on. */
export function Providers({ api, session, children }: { api: Api; session: Session; children: ReactNode }) {
  return (
    <ApolloProvider client={api.apollo}>
      <LocaleProvider>
        <SessionProvider session={session}>
          <Look>{children}</Look>
        </SessionProvider>
      </LocaleProvider>
    </ApolloProvider>
  );
}
